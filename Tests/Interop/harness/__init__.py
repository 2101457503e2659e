"""What the interop suites share: peers started on loopback, data made to measure, strict readers of HTTP answers."""
