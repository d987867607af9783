"""The desk: where editors write, check, decide, publish and correct."""
