import AuditCore

/// The ways to tell somebody. A new way is one file in `Channels/` and its line here.
package enum MessengerList {
  package static let all: [any Messenger.Type] = [
    WebhookMessenger.self,
    LineMessenger.self,
    SMTPMessenger.self,
    SendmailMessenger.self,
  ]

  /// Whoever tells a target. A target that cannot be told as it is configured has a notifier too, which says why at
  /// every delivery, so that its messages wait until it is mended.
  package static func notifier(
    for target: NotificationTarget, by means: MessengerMeans, retrying plan: RetryPlan = RetryPlan(),
    on clock: any Clock<Duration> = ContinuousClock()
  ) -> any Notifier {
    do throws(ChannelFault) {
      for messenger in all {
        if let messenger = try messenger.init(target.channel, means) {
          return Courier(messenger: messenger, plan: plan, clock: clock)
        }
      }
      return MisconfiguredTarget(fault: ChannelFault("ไม่รู้จักช่องทางนี้", "no such channel"))
    } catch {
      return MisconfiguredTarget(fault: error)
    }
  }
}

/// A target that cannot be told until its configuration is mended.
private struct MisconfiguredTarget: Notifier {
  let fault: ChannelFault

  func deliver(_ notice: AlarmNotice) async -> DeliveryOutcome {
    .failed(reason: fault.reason, isLasting: true)
  }
}
