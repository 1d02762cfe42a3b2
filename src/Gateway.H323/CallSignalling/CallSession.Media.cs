using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245;
using Gateway.H323.Control;

namespace Gateway.H323.CallSignalling;

/// <summary>How the call gets its media: Fast Connect, else tunnelled H.245 (H.323 (12/2009) 8.1.7, 8.2.1).</summary>
internal sealed partial class CallSession
{
    private const int MaximumPending = 64;

    private readonly ControlSession control;
    private H323Media? local;
    private H323Media? deferredMedia;
    private IReadOnlyList<OpenLogicalChannel> offer = [];
    private bool fastOffered;
    private FastConnection? fast;
    private bool fastReturned;
    private bool peerTunnels = true;
    private readonly List<CompleteEncoding> pendingControl = [];

    private bool Tunnels => Stack.Settings.Tunnelling && peerTunnels;

    /// <summary>Sends an H.245 message with the next message of the call, or at the end of the turn.</summary>
    public void Tunnel(byte[] message)
    {
        // Only before our first message can they pile up, and then only by what the peer makes us answer.
        if (pendingControl.Count < MaximumPending)
            pendingControl.Add(new CompleteEncoding(message));
        else
            Observe("too many H.245 messages before the call was answered; one was dropped");
    }

    public void ChangeMedia(H323Media media, bool sameSender = false)
    {
        if (!Active && (fastOffered || fast is not null))
        {
            // The old addresses are already under way; Fast Connect ends before anything can be changed.
            deferredMedia = media;
        }
        else if (!Active || (local is null && fast is null && !control.Started))
        {
            TakeMedia(media);
            if (Active && fast is null)
                StartControl();
        }
        else if (local is null)
        {
            TakeMedia(media);
        }
        else if (Tunnels)
        {
            local = media;
            control.ChangeMedia(media, sameSender);
        }
        else
        {
            Indicate(new H323Indication.MediaRefused("the peer does not tunnel H.245"));
        }
    }

    private void TakeMedia(H323Media? media)
    {
        if (media is null)
            return;
        local = media;
        control.SetLocal(media);
        if (Stack.Settings.FastConnect && offer.Count > 0 && fast is null && control.Remote is null && FastConnect.Accept(offer, media) is { } accepted)
        {
            fast = accepted;
            control.FastConnected(accepted);
        }
    }

    private void ReceiveControl(IReadOnlyList<CompleteEncoding> messages)
    {
        foreach (var encoding in messages)
        {
            if (Ended)
                return;
            if (Tunnels)
                control.Receive(encoding);
        }
    }

    private void ReceiveFastStart(H225Message message)
    {
        if (!fastOffered || fast is not null || FastStart(message.UserInformation?.H323UuPdu.H323MessageBody) is not { Count: > 0 } elements)
            return;
        fast = FastConnect.Accepted(FastConnect.Read(elements));
        if (fast is not null)
            control.FastConnected(fast);
        else
            Observe("the peer returned fastStart without a channel to transmit on");
    }

    private void ChangeDeferredMedia()
    {
        if (deferredMedia is not { } media || Ended)
            return;
        deferredMedia = null;
        ChangeMedia(media);
    }

    /// <summary>False, and the call is being cleared, when there is no way to media.</summary>
    private bool StartControl()
    {
        if (Tunnels)
            control.Start();
        else
            ReleaseWithoutMedia("neither Fast Connect nor H.245 tunnelling is agreed, and H.245 on its own connection is not supported");
        return !Ended;
    }

    /// <summary>A call that nobody can speak or listen on is cleared with cause 65, bearer capability not implemented.</summary>
    public void ReleaseWithoutMedia(string reason)
    {
        Observe($"no media: {reason}");
        Release(65);
    }
}
