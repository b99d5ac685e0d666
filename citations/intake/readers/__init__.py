"""What articles come as, a module for each kind of file; `citations.intake.reading` chooses."""
