/// Things that are made of numbers and used in their order, the next ones in the making while one is used.
struct MadeAhead<Value: Sendable>: Sendable {
    /// How many may be in the making, or ready and waiting, beside the one that is used; zero makes each at its turn.
    let ahead: Int
    let make: @Sendable (Int) async throws -> Value

    /// Makes of each number and uses what comes of it, one after the other.
    ///
    /// What fails does so at its turn, after all before it were used. When anything fails, or the task is cancelled, what
    /// is in the making is cancelled too, and has ended when this returns.
    @concurrent
    func forEach(_ numbers: [Int], _ use: @concurrent (Int, Value) async throws -> Void) async throws {
        guard ahead > 0 else {
            for number in numbers { try await use(number, make(number)) }
            return
        }
        try await withThrowingTaskGroup(of: (Int, Result<Value, any Error>).self) { group in
            var made: [Int: Result<Value, any Error>] = [:]
            var begun = 0
            begin(numbers, upTo: ahead, &begun, in: &group)
            for position in numbers.indices {
                while made[position] == nil, let (place, result) = try await group.next() { made[place] = result }
                guard let value = try made.removeValue(forKey: position)?.get() else { throw CancellationError() }
                begin(numbers, upTo: position + 1 + ahead, &begun, in: &group)
                try await use(numbers[position], value)
            }
        }
    }

    private func begin(
        _ numbers: [Int],
        upTo end: Int,
        _ begun: inout Int,
        in group: inout ThrowingTaskGroup<(Int, Result<Value, any Error>), any Error>
    ) {
        while begun < min(end, numbers.count) {
            group.addTask { [begun] in
                do {
                    return (begun, .success(try await make(numbers[begun])))
                } catch {
                    return (begun, .failure(error))
                }
            }
            begun += 1
        }
    }
}
