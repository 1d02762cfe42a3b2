using Gateway.Codecs.Asn1;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn.CallControl;
using Gateway.Isdn.Lapd;

namespace Gateway.Isdn;

/// <summary>The data link of the trunk and what calls see of it (Q.931 (05/1998) clauses 5.8.8 and 5.8.9).</summary>
public sealed partial class IsdnTrunk
{
    private void Start()
    {
        if (started)
            return;
        started = true;
        MoveLink(new DataLinkInput.EstablishRequest(), nameof(IsdnInput.Start));
    }

    private void Stop()
    {
        if (!started)
            return;
        started = false;
        StopTimer(IsdnTimer.Reestablish, null);
        foreach (var call in calls.Values.ToArray())
            MoveCall(call, new Call.Input.Restarted(Own(27)), nameof(IsdnInput.Stop));
        MoveRestart(new RestartProcedure.Input.LinkLost(), nameof(IsdnInput.Stop));
        MoveLink(new DataLinkInput.ReleaseRequest(), nameof(IsdnInput.Stop));
    }

    private void TakeFrame(ReadOnlySpan<byte> octets)
    {
        if (!started && link is not DataLinkState.AwaitingRelease)
            return;
        var (frame, fault) = LapdFrame.Decode(octets);
        if (fault is { } found)
        {
            Observe(null, $"frame discarded: {found.Reason}", found);
            if (ErrorCode(octets, found) is { } code)
                MoveLink(new DataLinkInput.ReceivedInError(code), $"frame in error {code}");
            return;
        }

        if (frame!.Address.Sapi != LapdAddress.CallControlSapi || frame.Address.Tei != settings.Tei)
        {
            // SAPI 63 is TEI management, of which a fixed TEI has no need.
            if (frame.Address.Sapi != LapdAddress.ManagementSapi)
                Observe(null, $"frame of SAPI {frame.Address.Sapi} TEI {frame.Address.Tei} discarded");
            return;
        }

        var command = frame.Address.IsCommand(sentByNetwork: settings.Side == IsdnSide.User);
        if (!Fits(frame, command))
        {
            Observe(null, $"{NameOf(frame)} with the wrong C/R bit discarded, Q.921 (09/1997) 3.3.2");
            return;
        }

        MoveLink(new DataLinkInput.Received(frame, command), NameOf(frame));
    }

    /// <summary>Code of Table II.1/Q.921 when the frame is ours and undefined or of wrong size (5.8.5); null when it is merely invalid.</summary>
    private char? ErrorCode(ReadOnlySpan<byte> octets, DecodeFault fault)
    {
        if (octets.Length < 3 || octets[0] >> 2 != LapdAddress.CallControlSapi || octets[1] >> 1 != settings.Tei)
            return null;
        return fault.Reason switch
        {
            DecodeFaultReason.UnknownAlternative => 'L',
            DecodeFaultReason.TrailingOctets => 'M',
            DecodeFaultReason.LengthOutOfRange => 'N',
            _ => null,
        };
    }

    /// <summary>I frames and most U frames are commands or responses by their kind; S frames and XID may be both, and FRMR is taken either way.</summary>
    private static bool Fits(LapdFrame frame, bool command) => frame switch
    {
        LapdFrame.Information => command,
        LapdFrame.Unnumbered { Function: UnnumberedFunction.UnnumberedAcknowledgement or UnnumberedFunction.DisconnectedMode } => !command,
        LapdFrame.Unnumbered { Function: UnnumberedFunction.ExchangeIdentification or UnnumberedFunction.FrameReject } => true,
        LapdFrame.Unnumbered => command,
        _ => true,
    };

    private void MoveLink(DataLinkInput input, string name)
    {
        var from = link;
        var transition = dataLink.Handle(from, input);
        link = transition.Next;
        if (link.GetType() != from.GetType())
            outputs.Add(new IsdnOutput.Moved(null, nameof(DataLink), from.GetType().Name, name, link.GetType().Name));
        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case DataLinkOutput.Send send:
                    outputs.Add(new IsdnOutput.SendFrame(send.Frame.Encode()));
                    break;
                case DataLinkOutput.Start start:
                    StartTimer(start.Timer, null);
                    break;
                case DataLinkOutput.Stop stop:
                    StopTimer(stop.Timer, null);
                    break;
                case DataLinkOutput.ManagementError error:
                    Observe(null, $"data link error {error.Code}, {MeaningOf(error.Code)}, Q.921 (09/1997) Table II.1");
                    break;
                case DataLinkOutput.DataDiscarded:
                    Observe(null, "message not sent: the data link is down or its queue full");
                    break;
                default:
                    primitives.Enqueue(output);
                    break;
            }
        }
    }

    private void TakePrimitive(DataLinkOutput primitive)
    {
        switch (primitive)
        {
            case DataLinkOutput.DataIndication data:
                TakeMessage(data.Octets);
                break;
            case DataLinkOutput.AcknowledgePending:
                MoveLink(new DataLinkInput.AcknowledgePending(), nameof(DataLinkInput.AcknowledgePending));
                break;
            case DataLinkOutput.UnitDataIndication:
                Observe(null, "unnumbered information discarded: not used point-to-point");
                break;
            case DataLinkOutput.EstablishIndication when IsUp:
                ToEachCall(new Call.Input.LinkReset(), "data link reset");
                break;
            case DataLinkOutput.EstablishConfirm or DataLinkOutput.EstablishIndication:
                IsUp = true;
                StopTimer(IsdnTimer.Reestablish, null);
                outputs.Add(new IsdnOutput.LinkUp());
                ToEachCall(new Call.Input.LinkBack(), "data link back");
                break;
            case DataLinkOutput.ReleaseIndication or DataLinkOutput.ReleaseConfirm:
                LoseLink();
                break;
        }
    }

    /// <summary>5.8.9: back at once when the link was lost, after a pause when the peer did not answer.</summary>
    private void LoseLink()
    {
        var wasUp = IsUp;
        IsUp = false;
        if (wasUp)
            outputs.Add(new IsdnOutput.LinkDown());
        if (!started)
            return;
        if (!wasUp)
        {
            StartTimer(IsdnTimer.Reestablish, null);
            return;
        }

        ToEachCall(new Call.Input.LinkLost(), "data link lost");
        MoveRestart(new RestartProcedure.Input.LinkLost(), "data link lost");
        MoveLink(new DataLinkInput.EstablishRequest(), "re-establishment");
    }

    private void ToEachCall(Call.Input input, string name)
    {
        foreach (var call in calls.Values.ToArray())
            MoveCall(call, input, name);
    }

    /// <summary>Sends in order of the numbering; a message that cannot be written is reported and not sent.</summary>
    private void Send(Q931Message message, IsdnCallId? call)
    {
        Span<byte> buffer = stackalloc byte[Q931Message.MaxOctets];
        if (message.TryEncode(buffer, out var written))
            MoveLink(new DataLinkInput.DataRequest(buffer[..written].ToArray()), message.Type.ToString());
        else
            Observe(call, $"{message.Type} not sent: longer than {Q931Message.MaxOctets} octets (Q.921 (09/1997) 5.9.3 N201), or an element than 255");
    }

    private static string NameOf(LapdFrame frame) => frame switch
    {
        LapdFrame.Supervisory supervisory => supervisory.Function.ToString(),
        LapdFrame.Unnumbered unnumbered => unnumbered.Function.ToString(),
        _ => "I frame",
    };

    private static string MeaningOf(char code) => code switch
    {
        'A' => "supervisory response with F = 1 unasked",
        'B' => "DM with F = 1 unasked",
        'C' => "UA with F = 1 unasked",
        'D' => "UA with F = 0 unasked",
        'E' => "DM with F = 0",
        'F' => "the peer re-established the link",
        'G' => "no answer to SABME",
        'H' => "no answer to DISC",
        'I' => "no answer to enquiries",
        'J' => "N(R) error",
        'K' => "FRMR received",
        'L' => "undefined frame",
        'M' => "information field not permitted",
        _ => "frame of wrong size",
    };
}
