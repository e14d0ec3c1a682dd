"""Judges any work plan: is it realistic, when will it end, can progress on it be told from figures?"""
