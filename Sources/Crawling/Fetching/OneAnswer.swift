import Synchronization

/// A continuation that several may try to resume (the result, a deadline, a cancellation): the first one counts.
final class OneAnswer<Value: Sendable>: Sendable {
  private enum State {
    case waiting(CheckedContinuation<Value, Never>?)
    case early(Value)
    case given
  }

  private let state = Mutex<State>(.waiting(nil))

  /// Called once, before or after the answer is given.
  func expect(_ continuation: CheckedContinuation<Value, Never>) {
    let early: Value? = state.withLock { state in
      if case .early(let value) = state {
        state = .given
        return value
      }
      state = .waiting(continuation)
      return nil
    }
    if let early { continuation.resume(returning: early) }
  }

  /// True for the one that counted.
  @discardableResult
  func give(_ value: Value) -> Bool {
    let (counted, continuation): (Bool, CheckedContinuation<Value, Never>?) = state.withLock { state in
      guard case .waiting(let continuation) = state else { return (false, nil) }
      state = continuation == nil ? .early(value) : .given
      return (true, continuation)
    }
    continuation?.resume(returning: value)
    return counted
  }
}
