"""The command line: one module a command, standard output for results, standard error for everything else."""
