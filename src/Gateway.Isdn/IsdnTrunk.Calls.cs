using System.Collections.Immutable;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Isdn.CallControl;

namespace Gateway.Isdn;

/// <summary>Requests, and the machines of the calls.</summary>
public sealed partial class IsdnTrunk
{
    private void TakeRequest(IsdnCallId id, CallRequest request)
    {
        if (request is CallRequest.Setup setup && !calls.ContainsKey(id))
        {
            Place(id, setup);
            return;
        }

        if (!calls.TryGetValue(id, out var call))
        {
            Observe(id, $"{request.GetType().Name} dropped: the call is gone");
            return;
        }

        var name = request.GetType().Name;
        switch (request)
        {
            case CallRequest.Hold when WhyNotHeld(call) is { } cause:
                Observe(id, $"{name} refused in {call.State.GetType().Name}, cause {cause.Value}");
                Indicate(id, new CallIndication.HoldRejected(cause));
                break;
            case CallRequest.AcknowledgeRetrieve acknowledge when call.Hold is HoldAuxiliary.State.RetrieveIndication:
                AcknowledgeRetrieve(call, acknowledge);
                break;
            case CallRequest.Hold or CallRequest.AcknowledgeHold or CallRequest.RejectHold
                or CallRequest.Retrieve or CallRequest.AcknowledgeRetrieve or CallRequest.RejectRetrieve:
                MoveHold(call, new HoldAuxiliary.Input.Requested(request), name);
                break;
            default:
                MoveCall(call, new Call.Input.Requested(request), name);
                break;
        }
    }

    private void Place(IsdnCallId id, CallRequest.Setup setup)
    {
        if (!IsUp)
        {
            Indicate(id, new CallIndication.Released(Own(38), null));
            return;
        }

        var wanted = setup.Elements.OfType<ChannelIdentification>().FirstOrDefault();
        var slot = channels.SlotOf(wanted) ?? (wanted is null ? channels.FirstFree() : null);
        if (wanted is { Exclusive: false } && slot is { } taste && !channels.IsFree(taste) && channels.FirstFree() is { } other)
        {
            // Only a preference: another channel will do.
            setup = setup with { Elements = setup.Elements.Remove(wanted) };
            wanted = channels.Name(other, exclusive: false);
            slot = other;
        }

        if (wanted is null && slot is null || slot is { } wish && !channels.IsFree(wish))
        {
            Indicate(id, new CallIndication.Released(Own(slot is null ? (byte)34 : (byte)44), null));
            return;
        }

        wanted ??= channels.Name(slot!.Value, settings.ExclusiveChannels);
        var call = new TrunkCall(id, NextReference())
        {
            Channel = slot,
            ChannelOpen = !wanted.Exclusive && wanted.Selection != ChannelSelection.None,
        };
        calls[id] = call;
        references[KeyOf(call.Reference)] = call;
        if (slot is { } taken)
            channels.Take(taken, id);
        if (!setup.Elements.Contains(wanted))
            setup = setup with { Elements = setup.Elements.Add(wanted) };
        MoveCall(call, new Call.Input.Requested(setup), nameof(CallRequest.Setup));
    }

    /// <summary>The next value not in use. There are far more values than channels, so one is soon found; bearerless calls are bounded by it too.</summary>
    private CallReference NextReference()
    {
        var limit = settings.CallReferenceLength == 1 ? 127u : 32767u;
        do
            lastReference = lastReference % limit + 1;
        while (references.ContainsKey((false, lastReference)));
        return new(settings.CallReferenceLength, false, lastReference);
    }

    private void AcknowledgeRetrieve(TrunkCall call, CallRequest.AcknowledgeRetrieve request)
    {
        var bearerless = call.HeldChannel is null;
        var named = channels.SlotOf(request.Elements.OfType<ChannelIdentification>().FirstOrDefault());
        var slot = bearerless ? null
            : new[] { named, call.HeldChannel }.FirstOrDefault(wish => wish is { } free && channels.IsFree(free)) ?? channels.FirstFree();
        if (!bearerless && slot is null)
        {
            MoveHold(call, new HoldAuxiliary.Input.Requested(new CallRequest.RejectRetrieve(Own(44))), nameof(CallRequest.RejectRetrieve));
            return;
        }

        Retrieve(call, slot);
        var rest = request.Elements.RemoveAll(element => element is ChannelIdentification);
        var answer = slot is null ? request : request with { Elements = rest.Add(channels.Name(slot.Value, exclusive: true)) };
        MoveHold(call, new HoldAuxiliary.Input.Requested(answer, slot), nameof(CallRequest.AcknowledgeRetrieve));
    }

    private void Retrieve(TrunkCall call, int? slot)
    {
        if (slot is not { } taken || call.Channel is not null || !channels.IsFree(taken))
            return;
        call.Channel = taken;
        channels.Take(taken, call.Id);
    }

    private void MoveCall(TrunkCall call, Call.Input input, string name)
    {
        var from = call.State;
        var transition = callMachine.Handle(from, input);
        call.State = transition.Next;
        outputs.Add(new IsdnOutput.Moved(call.Id, nameof(Call), NameOf(from), name, NameOf(transition.Next)));
        var gone = transition.Next is Call.State.Null;
        if (gone)
            Forget(call);
        Act(call, transition.Outputs);
    }

    private string NameOf(Call.State state) =>
        $"{(settings.ActsAsUser ? 'U' : 'N')}{callMachine.NumberOf(state)} {state.GetType().Name}";

    private void MoveHold(TrunkCall call, HoldAuxiliary.Input input, string name)
    {
        var from = call.Hold;
        var transition = holdMachine.Handle(from, input);
        call.Hold = transition.Next;
        if (from is not HoldAuxiliary.State.Idle || transition.Next is not HoldAuxiliary.State.Idle)
            outputs.Add(new IsdnOutput.Moved(call.Id, nameof(HoldAuxiliary), from.GetType().Name, name, transition.Next.GetType().Name));
        if (transition.Next is HoldAuxiliary.State.Held && call.Channel is { } held)
        {
            channels.Free(held);
            call.HeldChannel = held;
            call.Channel = null;
        }

        Act(call, transition.Outputs);
    }

    private void Act(TrunkCall call, ImmutableArray<Call.Output> acts)
    {
        foreach (var act in acts)
        {
            switch (act)
            {
                case Call.Output.Send send:
                    Send(Q931Message.Of(send.Type, call.Reference, send.Elements), call.Id);
                    break;
                case Call.Output.Start start:
                    StartTimer(start.Timer, call.Id);
                    break;
                case Call.Output.Stop stop:
                    StopTimer(stop.Timer, call.Id);
                    break;
                case Call.Output.Indicate indicate:
                    Indicate(call.Id, indicate.Indication);
                    break;
                case Call.Output.Refuse refuse:
                    Observe(call.Id, $"{refuse.Request.GetType().Name} refused in {NameOf(call.State)}, {call.Hold.GetType().Name}");
                    break;
            }
        }
    }

    /// <summary>Reference and channel are free for the next call.</summary>
    private void Forget(TrunkCall call)
    {
        MoveHold(call, new HoldAuxiliary.Input.Cleared(), nameof(HoldAuxiliary.Input.Cleared));
        calls.Remove(call.Id);
        references.Remove(KeyOf(call.Reference));
        if (call.Channel is { } channel && channels.HolderOf(channel) == call.Id)
            channels.Free(channel);
    }

    private ImmutableArray<Element> RestartElements(int? channel) => channel is { } slot
        ? [channels.Name(slot, exclusive: true), new RestartIndicator(RestartClass.IndicatedChannels)]
        : [new RestartIndicator(RestartClass.SingleInterface)];

    /// <summary>What answers the peer goes to its global reference, what begins here has ours.</summary>
    private void MoveRestart(RestartProcedure.Input input, string name)
    {
        var from = restart;
        var reference = (input as RestartProcedure.Input.Received)?.Message.CallReference.Reversed ?? new(settings.CallReferenceLength, Flag: false, 0);
        var transition = restartMachine.Handle(from, input);
        restart = transition.Next;
        if (from != restart)
            outputs.Add(new IsdnOutput.Moved(null, nameof(RestartProcedure), from.GetType().Name, name, restart.GetType().Name));
        foreach (var output in transition.Outputs)
        {
            switch (output)
            {
                case RestartProcedure.Output.Send send:
                    Send(Q931Message.Of(send.Type, reference, send.Elements), null);
                    break;
                case RestartProcedure.Output.StartT316:
                    StartTimer(IsdnTimer.T316, null);
                    break;
                case RestartProcedure.Output.StopT316:
                    StopTimer(IsdnTimer.T316, null);
                    break;
                case RestartProcedure.Output.FreeChannels free:
                    FreeChannels(free.Elements);
                    break;
                case RestartProcedure.Output.Ended ended:
                    outputs.Add(new IsdnOutput.RestartEnded(ended.Acknowledged));
                    break;
                case RestartProcedure.Output.Refuse:
                    Observe(null, "restart refused: another is under way");
                    break;
            }
        }
    }

    /// <summary>5.5.2: calls on these channels, or on all of them, end with temporary failure.</summary>
    private void FreeChannels(ImmutableArray<Element> elements)
    {
        var all = elements.OfType<RestartIndicator>().FirstOrDefault() is { Class: not RestartClass.IndicatedChannels };
        var slots = channels.SlotsOf(elements.OfType<ChannelIdentification>().FirstOrDefault());
        foreach (var call in calls.Values.ToArray())
        {
            if (all || call.Channel is { } channel && slots.Contains(channel))
                MoveCall(call, new Call.Input.Restarted(Own(41)), nameof(MessageType.Restart));
        }
    }
}
