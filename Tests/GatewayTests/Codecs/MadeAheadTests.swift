import NIOConcurrencyHelpers
import Testing

@testable import Gateway

@Suite struct MadeAheadTests {
    private struct Fault: Error, Equatable {
        var number: Int
    }

    /// Which numbers have begun and ended, in order.
    private final class Log: Sendable {
        private let begun = NIOLockedValueBox<[Int]>([])

        var count: Int { begun.withLockedValue { $0.count } }
        func begin(_ number: Int) { begun.withLockedValue { $0.append(number) } }
    }

    @Test(arguments: [0, 1, 3, 100])
    func theyAreUsedInOrderHoweverLongEachTakes(_ ahead: Int) async throws {
        let numbers = [7, 2, 9, 2, 1, 30, 4]
        var used: [Int] = []
        let squares = MadeAhead(ahead: ahead) { number in
            try await Task.sleep(for: .microseconds(100 * (number % 4)))
            return number * number
        }
        try await squares.forEach(numbers) { number, square in
            #expect(square == number * number)
            used.append(number)
        }
        #expect(used == numbers)
        try await squares.forEach([]) { _, _ in Issue.record("nothing is made of nothing") }
    }

    /// Of the 20 no more than the one that is used and those ahead of it have ever begun.
    @Test(arguments: [0, 1, 4])
    func noMoreAreMadeThanIsAllowed(_ ahead: Int) async throws {
        let log = Log()
        var used = 0
        try await MadeAhead(ahead: ahead) { log.begin($0) }.forEach(Array(1...20)) { _, _ in
            used += 1
            try await Task.sleep(for: .milliseconds(2))
            #expect(log.count <= used + ahead)
        }
        #expect(log.count == 20)
    }

    /// The first is used until the next is made, for which a sequence of both would wait for ever.
    @Test(.timeLimit(.minutes(2)))
    func theNextIsMadeWhileOneIsUsed() async throws {
        let (made, report) = AsyncStream.makeStream(of: Int.self)
        var signals = made.makeAsyncIterator()
        try await MadeAhead(ahead: 1) { report.yield($0) }.forEach([1, 2, 3]) { number, _ in
            if number == 3 { return }
            repeat {} while await signals.next() != number + 1
        }
    }

    @Test(arguments: [0, 2, 9])
    func whatFailsDoesSoAtItsTurn(_ ahead: Int) async throws {
        var used: [Int] = []
        await #expect(throws: Fault(number: 4)) {
            try await MadeAhead(ahead: ahead) { number in
                if number == 4 || number == 6 { throw Fault(number: number) }
            }
            .forEach(Array(1...9)) { number, _ in used.append(number) }
        }
        #expect(used == [1, 2, 3])
    }

    /// What is in the making when the use of one fails is cancelled, and waited for.
    @Test(.timeLimit(.minutes(2)))
    func whatIsInTheMakingIsCancelled() async throws {
        let cancelled = NIOLockedValueBox(0)
        await #expect(throws: Fault(number: 1)) {
            try await MadeAhead(ahead: 3) { number in
                if number == 1 { return }
                do {
                    try await Task.sleep(for: .seconds(3600))
                } catch {
                    cancelled.withLockedValue { $0 += 1 }
                    throw error
                }
            }
            .forEach(Array(1...9)) { number, _ in throw Fault(number: number) }
        }
        #expect(cancelled.withLockedValue { $0 } == 3)
    }

    @Test(.timeLimit(.minutes(2)))
    func aCancelledTaskMakesNoMore() async {
        let log = Log()
        let (begun, report) = AsyncStream.makeStream(of: Void.self)
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                // Ended by cancellation, which is what is tried.
                try? await MadeAhead(ahead: 2) { number in
                    log.begin(number)
                    report.yield()
                    try await Task.sleep(for: .seconds(3600))
                }
                .forEach(Array(1...9)) { _, _ in Issue.record("none is made") }
            }
            for await _ in begun where log.count == 2 { break }
            group.cancelAll()
        }
        #expect(log.count == 2)
    }
}
