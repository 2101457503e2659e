import CLinux

/// What confines the workers in which C libraries read bytes from outside.
package struct Sandbox: Hashable, Sendable {
    let measures: UInt32

    package init(measures: UInt32) {
        self.measures = measures
    }

    private static let names: [(UInt32, String)] = [
        (UInt32(linux_jail_limits), "limits"),
        (UInt32(linux_jail_system_calls), "seccomp"),
        (UInt32(linux_jail_network), "network"),
        (UInt32(linux_jail_files), "landlock"),
        (UInt32(linux_jail_privileges), "privileges"),
    ]

    /// The measures that are in force: limits of memory, time and files (`limits`), a list of system calls (`seccomp`), an
    /// empty network namespace (`network`), no right to any file (`landlock`), no capabilities (`privileges`).
    package var inForce: [String] { Self.names.filter { measures & $0.0 != 0 }.map(\.1) }

    package var missing: [String] { Self.names.filter { measures & $0.0 == 0 }.map(\.1) }

    /// Whether a worker that a codestream has taken over can do nothing but compute: what is missing of the rest is
    /// also forbidden by the list of system calls.
    package var isTight: Bool {
        let needed = UInt32(linux_jail_limits | linux_jail_system_calls)
        return measures & needed == needed
    }
}

/// Why the workers cannot be started as the configuration asks.
package struct SandboxError: Error, CustomStringConvertible {
    package let description: String
}
