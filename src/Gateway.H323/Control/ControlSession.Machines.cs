using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245;

namespace Gateway.H323.Control;

/// <summary>Steps the machines of H.245 and does what they ask for.</summary>
internal sealed partial class ControlSession
{
    private void Determine(MasterSlaveDetermination.Input input)
    {
        Started = true;
        var transition = MasterSlaveDetermination.Handle(determination, input);
        call.Moved(nameof(MasterSlaveDetermination), determination, input, transition.Next);
        determination = transition.Next;
        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case MasterSlaveDetermination.Output.SendDetermination send:
                    Send(ControlMessages.Determination(call.Stack.Settings.TerminalType, send.Number));
                    break;
                case MasterSlaveDetermination.Output.SendAcknowledge send:
                    Send(ControlMessages.Response(new ResponseMessage.MasterSlaveDeterminationAck(
                        new MasterSlaveDeterminationAck { Decision = send.PeerIsMaster ? MasterSlaveDecision.Master : MasterSlaveDecision.Slave })));
                    break;
                case MasterSlaveDetermination.Output.SendReject:
                    Send(ControlMessages.Response(new ResponseMessage.MasterSlaveDeterminationReject(
                        new MasterSlaveDeterminationReject { Cause = MasterSlaveDeterminationRejectCause.IdenticalNumbers })));
                    break;
                case MasterSlaveDetermination.Output.SendRelease:
                    Send(ControlMessages.Indication(new IndicationMessage.MasterSlaveDeterminationRelease(new MasterSlaveDeterminationRelease())));
                    break;
                case MasterSlaveDetermination.Output.StartTimer start:
                    call.Start(start.Timer);
                    break;
                case MasterSlaveDetermination.Output.StopTimer stop:
                    call.Stop(stop.Timer);
                    break;
                case MasterSlaveDetermination.Output.ConfirmDetermined:
                    determined = true;
                    TryOpen();
                    break;
                case MasterSlaveDetermination.Output.IndicateRejected:
                    Fail("master-slave determination failed");
                    break;
            }
        }
    }

    private void Exchange(OutgoingCapabilityExchange.Input input)
    {
        if (input is OutgoingCapabilityExchange.Input.TransferRequest && local is null && rerouting != Rerouting.AwaitingPause)
            return;
        Started = true;
        var transition = OutgoingCapabilityExchange.Handle(exchange, input);
        call.Moved(nameof(OutgoingCapabilityExchange), exchange, input, transition.Next);
        exchange = transition.Next;
        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case OutgoingCapabilityExchange.Output.SendCapabilitySet send:
                    Send(ControlMessages.CapabilitySet(send.Sequence, rerouting == Rerouting.AwaitingPause ? null : local));
                    break;
                case OutgoingCapabilityExchange.Output.SendRelease:
                    Send(ControlMessages.Indication(new IndicationMessage.TerminalCapabilitySetRelease(new TerminalCapabilitySetRelease())));
                    break;
                case OutgoingCapabilityExchange.Output.StartTimer start:
                    call.Start(start.Timer);
                    break;
                case OutgoingCapabilityExchange.Output.StopTimer stop:
                    call.Stop(stop.Timer);
                    break;
                case OutgoingCapabilityExchange.Output.ConfirmTransferred:
                    TryResume();
                    break;
                case OutgoingCapabilityExchange.Output.IndicateRejected:
                    Fail("the peer did not take our capability set");
                    break;
            }
        }
    }

    private void Move(int number, OutgoingLogicalChannel.Input input)
    {
        var (state, audio) = outgoing[number];
        var transition = OutgoingLogicalChannel.Handle(state, input);
        call.Moved($"{nameof(OutgoingLogicalChannel)} {number}", state, input, transition.Next);
        if (transition.Next is OutgoingLogicalChannel.State.Released)
            outgoing.Remove(number);
        else
            outgoing[number] = (transition.Next, audio);
        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case OutgoingLogicalChannel.Output.SendOpen:
                    Send(ControlMessages.Open(number, audio, local!));
                    break;
                case OutgoingLogicalChannel.Output.SendClose:
                    Send(ControlMessages.Close(number));
                    break;
                case OutgoingLogicalChannel.Output.StartTimer start:
                    call.Start(start.Timer, number);
                    break;
                case OutgoingLogicalChannel.Output.StopTimer stop:
                    call.Stop(stop.Timer, number);
                    break;
                case OutgoingLogicalChannel.Output.IndicateReleased:
                    call.Observe($"channel {number} ({audio.GetType().Name}) was not opened or closed by the peer");
                    break;
                case OutgoingLogicalChannel.Output.ConfirmReleased:
                    TryOpen();
                    break;
            }
        }
    }

    private void Move(int number, IncomingLogicalChannel.Input input)
    {
        var (state, audio) = incoming[number];
        var transition = IncomingLogicalChannel.Handle(state, input);
        call.Moved($"{nameof(IncomingLogicalChannel)} {number}", state, input, transition.Next);
        if (transition.Next is IncomingLogicalChannel.State.Released)
            incoming.Remove(number);
        else
            incoming[number] = (transition.Next, audio);
        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case IncomingLogicalChannel.Output.SendOpenAcknowledge:
                    Send(ControlMessages.OpenAcknowledge(number, local!));
                    break;
                case IncomingLogicalChannel.Output.SendOpenReject:
                    Send(ControlMessages.OpenReject(number, rejectCause));
                    break;
                case IncomingLogicalChannel.Output.SendCloseAcknowledge:
                    Send(ControlMessages.Response(new ResponseMessage.CloseLogicalChannelAck(
                        new CloseLogicalChannelAck { ForwardLogicalChannelNumber = number })));
                    break;
            }
        }
    }

    private void Send(MultimediaSystemControlMessage message) => call.Tunnel(PerWriter.Encode(message));
}
