"""The run as a show: one layer at a time, forwards and back, with what each has found."""
