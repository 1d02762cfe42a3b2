using System.Collections.Immutable;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn.CallControl;

namespace Gateway.Isdn;

/// <summary>Messages of the peer: found their call, screened, channels agreed upon, given to the machines (Q.931 (05/1998) clauses 5.1.2, 5.2.3, 5.8).</summary>
public sealed partial class IsdnTrunk
{
    private void TakeMessage(byte[] octets)
    {
        // In QSIG both directions follow the rules network to user.
        var (message, fault, faults) = Q931Message.Decode(octets, fromNetwork: settings.ActsAsUser);
        if (message is null)
        {
            Observe(null, $"message discarded: {fault!.Value.Reason}", fault);
            return;
        }

        if (HasMaintenance && message.ProtocolDiscriminator is (NationalMaintenance or AttMaintenance))
        {
            TakeMaintenance(message);
            return;
        }

        if (message.ProtocolDiscriminator != Q931Message.Q931Discriminator)
        {
            Observe(null, $"message of protocol discriminator {message.ProtocolDiscriminator:X2} discarded, Q.931 (05/1998) 5.8.1");
            return;
        }

        var call = references.GetValueOrDefault(KeyOf(message.CallReference.Reversed));
        foreach (var found in faults)
            Observe(call?.Id, $"{message.Type}: element {found.Identifier:X2} {found.Kind}, cause {found.CauseValue}", found.Fault);
        if (message.CallReference.IsDummy)
            TakeUnbound(message);
        else if (message.CallReference.IsGlobal)
            TakeGlobal(message, faults);
        else if (call is not null)
            TakeForCall(call, message, faults);
        else
            TakeForNoCall(message, faults);
    }

    /// <summary>The dummy call reference clears nothing and answers nothing.</summary>
    private void TakeUnbound(Q931Message message)
    {
        if (message.Type == MessageType.Facility)
            outputs.Add(new IsdnOutput.UnboundFacilityReceived([.. message.All<FacilityElement>()], message));
        else
            Observe(null, $"{message.Type} with the dummy call reference discarded");
    }

    private void TakeGlobal(Q931Message message, ImmutableArray<ElementFault> faults)
    {
        if (MessageScreening.Screen(message.Type, faults, settings.Location) is ScreeningVerdict.Ignore ignore)
            Send(Q931Message.Of(MessageType.Status, message.CallReference.Reversed, ignore.Status, new CallState(0)), null);
        else
            MoveRestart(new RestartProcedure.Input.Received(message), message.Type.ToString());
    }

    private void TakeForCall(TrunkCall call, Q931Message message, ImmutableArray<ElementFault> faults)
    {
        // An unknown type is answered as such, whatever its elements (5.8.4 comes before 5.8.6).
        var verdict = ElementPresence.IsKnown(message.Type)
            ? MessageScreening.Screen(message.Type, faults, settings.Location)
            : new ScreeningVerdict.Process();
        switch (verdict)
        {
            case ScreeningVerdict.Process process:
                Process(call, message, process);
                break;
            case ScreeningVerdict.Ignore ignore:
                SendStatus(call, ignore.Status);
                break;
        }
    }

    private void Process(TrunkCall call, Q931Message message, ScreeningVerdict.Process verdict)
    {
        IndicateFacilities(call, message);
        switch (message.Type)
        {
            case MessageType.Hold:
                MoveHold(call, new HoldAuxiliary.Input.Received(message, Refusal: WhyNotHeld(call)), message.Type.ToString());
                break;
            case MessageType.RetrieveAcknowledge:
                Retrieve(call, channels.SlotOf(message.First<ChannelIdentification>()) ?? call.HeldChannel);
                MoveHold(call, new HoldAuxiliary.Input.Received(message, call.Channel), message.Type.ToString());
                break;
            case MessageType.HoldAcknowledge or MessageType.HoldReject or MessageType.Retrieve or MessageType.RetrieveReject:
                MoveHold(call, new HoldAuxiliary.Input.Received(message), message.Type.ToString());
                break;
            default:
                MoveCall(
                    call,
                    WhyNotThatChannel(call, message) is { } cause ? new Call.Input.ChannelUnacceptable(cause) : new Call.Input.Received(message, verdict.Objection),
                    message.Type.ToString());
                break;
        }

        if (verdict.Status is { } status && calls.ContainsKey(call.Id))
            SendStatus(call, status);
    }

    private void IndicateFacilities(TrunkCall call, Q931Message message)
    {
        ImmutableArray<FacilityElement> facilities = [.. message.All<FacilityElement>()];
        if (facilities.Length > 0 || message.Type == MessageType.Facility)
            Indicate(call.Id, new CallIndication.FacilityReceived(facilities, message));
    }

    private void SendStatus(TrunkCall call, Cause cause) => Send(
        Q931Message.Of(MessageType.Status, call.Reference, cause, new CallState((byte)callMachine.NumberOf(call.State))), call.Id);

    /// <summary>A call reference that is not in use, 5.8.3.2: SETUP makes a call of it.</summary>
    private void TakeForNoCall(Q931Message message, ImmutableArray<ElementFault> faults)
    {
        var reference = message.CallReference.Reversed;
        if (message.Type == MessageType.Setup && !message.CallReference.Flag)
        {
            var verdict = MessageScreening.Screen(message.Type, faults, settings.Location);
            if (verdict is ScreeningVerdict.RefuseCall refusal)
                Send(Q931Message.Of(MessageType.ReleaseComplete, reference, refusal.Cause), null);
            else
                Offer(message, reference, (ScreeningVerdict.Process)verdict);
            return;
        }

        Observe(null, $"{message.Type} for call reference {message.CallReference} that is not in use, Q.931 (05/1998) 5.8.3.2");
        foreach (var output in callMachine.Handle(new Call.State.Null(), new Call.Input.Received(message)).Outputs.OfType<Call.Output.Send>())
            Send(Q931Message.Of(output.Type, reference, output.Elements), null);
    }

    private void Offer(Q931Message message, CallReference reference, ScreeningVerdict.Process verdict)
    {
        var call = new TrunkCall(NewCall(), reference);
        var (slot, cause) = ChannelFor(message.First<ChannelIdentification>());
        if (cause is not null)
        {
            Send(Q931Message.Of(MessageType.ReleaseComplete, reference, cause), null);
            Observe(null, $"SETUP {message.CallReference} refused: no such channel to be had, cause {cause.Value}");
            return;
        }

        calls[call.Id] = call;
        references[KeyOf(reference)] = call;
        if (slot is { } taken)
        {
            call.Channel = taken;
            channels.Take(taken, call.Id);
        }

        var answer = slot is null ? null : channels.Name(slot.Value, exclusive: true);
        MoveCall(call, new Call.Input.Offered(message, slot, answer), nameof(MessageType.Setup));
        IndicateFacilities(call, message);
        if (verdict.Status is { } status)
            SendStatus(call, status);
    }

    /// <summary>Channel negotiation for an incoming SETUP, 5.1.2 and 5.2.3: a time slot, none for a call without bearer, or why not.</summary>
    private (int? Slot, Cause? Cause) ChannelFor(ChannelIdentification? wanted)
    {
        if (wanted is { Selection: ChannelSelection.None })
            return (null, null);
        if (wanted is { Selection: not ChannelSelection.Any })
        {
            if (channels.SlotOf(wanted) is not { } slot)
                return (null, Own(100));
            if (!channels.Exists(slot))
                return (null, Own(82));
            if (channels.IsFree(slot) || YieldToPeer(slot))
                return (slot, null);
            if (wanted.Exclusive)
                return (null, Own(44));
        }

        return channels.FirstFree() is { } free ? (free, null) : (null, Own(34));
    }

    /// <summary>Both sides took the same channel at once (5.7): the network's call has it, and the user's own is refused by the network.</summary>
    private bool YieldToPeer(int slot)
    {
        if (settings.Side == IsdnSide.Network || channels.HolderOf(slot) is not { } holder || calls[holder].State is not Call.State.CallInitiated)
            return false;
        calls[holder].Channel = null;
        return true;
    }

    /// <summary>The called end answers a SETUP with another channel: taken over when that was left open, else cause 6.</summary>
    private Cause? WhyNotThatChannel(TrunkCall call, Q931Message message)
    {
        if (call.State is not (Call.State.CallInitiated or Call.State.OverlapSending) || message.First<ChannelIdentification>() is not { } channel)
            return null;
        if (message.Type is not (MessageType.SetupAcknowledge or MessageType.CallProceeding or MessageType.Alerting or MessageType.Connect))
            return null;
        if (channels.SlotOf(channel) is not { } slot || slot == call.Channel)
            return null;
        if (!call.ChannelOpen || !channels.IsFree(slot))
            return Own(6);
        if (call.Channel is { } first)
            channels.Free(first);
        channels.Take(slot, call.Id);
        call.Channel = slot;
        return null;
    }

    /// <summary>Why a call cannot be held: QSIG has no HOLD (69), and only what the far end knows of can be (101).</summary>
    private Cause? WhyNotHeld(TrunkCall call) =>
        settings.Variant == IsdnVariant.Qsig ? Own(69)
        : call.State is Call.State.Active or Call.State.CallDelivered or Call.State.CallReceived ? null
        : new Cause(settings.Location, 101, (byte)MessageType.Hold);

    private static (bool Flag, uint Value) KeyOf(CallReference reference) => (reference.Flag, reference.Value);
}
