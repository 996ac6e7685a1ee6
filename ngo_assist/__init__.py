"""NGO Assist: a digital self-assessment and a doable action plan for small NGOs."""

__version__ = "0.1.0"
