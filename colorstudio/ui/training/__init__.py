"""The training workspace: runs, the wizard that starts them, their monitor, and the gate at their end."""
