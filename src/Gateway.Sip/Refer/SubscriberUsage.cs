using Gateway.Codecs.Sip.Messages;
using Gateway.Sip.Dialogs;

namespace Gateway.Sip.Refer;

/// <summary>A REFER we sent, and the subscription it makes.</summary>
internal sealed class SubscriberUsage(ReferHandle handle, SharedDialog dialog)
{
    public ReferHandle Handle { get; } = handle;

    /// <summary>The owner of its timers.</summary>
    public long Owner => Handle.Value;

    public SharedDialog Dialog { get; } = dialog;

    /// <summary>CSeq of the REFER: the id that the Event of its NOTIFYs may carry.</summary>
    public uint Sequence { get; set; }

    /// <summary>The REFER; null until it is sent.</summary>
    public SipRequest? Request { get; set; }

    public ReferSubscriber.State State { get; set; } = new ReferSubscriber.State.Referring();

    public ReferReport? LastReport { get; set; }

    /// <summary>How long the notifier promised to go on.</summary>
    public TimeSpan Duration { get; set; }
}
