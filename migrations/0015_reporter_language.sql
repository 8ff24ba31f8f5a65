-- In which language people outside are answered: who reported something, and whom a visitor wrote to.
ALTER TABLE abuse_report ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN receiver_language TEXT NOT NULL DEFAULT '';
