"""What both front ends work with: the open organisation, its answers, plan and drafting; no screen here."""
