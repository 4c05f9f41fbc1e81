"""The drawing as a table: shapes, parameters, costs and times of every node, to be sorted and copied."""
