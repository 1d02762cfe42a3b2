using System.Collections.Immutable;
using System.Diagnostics;
using Gateway.Codecs.Isdn.Lapd;

namespace Gateway.Isdn.Lapd;

/// <summary>Settings of one data link connection.</summary>
/// <param name="Network">Sets the C/R bit as the network does.</param>
/// <param name="Window">k.</param>
/// <param name="Retransmissions">N200.</param>
public sealed record DataLinkSettings(bool Network, byte Tei, int Window, int Retransmissions)
{
    /// <summary>Information kept for a peer that takes none; what comes beyond is discarded and reported.</summary>
    public const int MaxOutbox = 1024;
}

/// <summary>States 4 to 8 of Q.921; a fixed TEI leaves no use for 1 to 3.</summary>
public abstract record DataLinkState
{
    private DataLinkState()
    {
    }

    /// <summary>State 4.</summary>
    public sealed record TeiAssigned : DataLinkState;

    /// <summary>State 5.</summary>
    /// <param name="Attempts">RC, retransmissions made.</param>
    /// <param name="Layer3Initiated">False when the link re-establishes itself and keeps what waits to be sent.</param>
    public sealed record AwaitingEstablishment(int Attempts, bool Layer3Initiated, DataLinkWindow Before) : DataLinkState;

    /// <summary>State 6.</summary>
    public sealed record AwaitingRelease(int Attempts) : DataLinkState;

    /// <summary>State 7.</summary>
    public sealed record MultipleFrameEstablished(DataLinkWindow Window) : DataLinkState;

    /// <summary>State 8.</summary>
    public sealed record TimerRecovery(DataLinkWindow Window, int Attempts) : DataLinkState;
}

/// <summary>Primitives of layer 3, frames of the peer, timers.</summary>
public abstract record DataLinkInput
{
    private DataLinkInput()
    {
    }

    /// <summary>DL-ESTABLISH-REQUEST.</summary>
    public sealed record EstablishRequest : DataLinkInput;

    /// <summary>DL-RELEASE-REQUEST.</summary>
    public sealed record ReleaseRequest : DataLinkInput;

    /// <summary>DL-DATA-REQUEST.</summary>
    public sealed record DataRequest(byte[] Octets) : DataLinkInput;

    /// <summary>A frame of this data link connection whose C/R bit fits its kind.</summary>
    public sealed record Received(LapdFrame Frame, bool Command) : DataLinkInput;

    /// <summary>A frame with a frame rejection condition (clause 5.8.5); the code is that of Table II.1: L, M, N or O.</summary>
    public sealed record ReceivedInError(char Code) : DataLinkInput;

    /// <summary>The signal the entity sends itself with <see cref="DataLinkOutput.AcknowledgePending"/>.</summary>
    public sealed record AcknowledgePending : DataLinkInput;

    /// <summary>T200 or T203.</summary>
    public sealed record Expired(IsdnTimer Timer) : DataLinkInput;
}

/// <summary>Primitives to layer 3 and to management, frames to send, timers.</summary>
public abstract record DataLinkOutput
{
    private DataLinkOutput()
    {
    }

    public sealed record Send(LapdFrame Frame) : DataLinkOutput;

    public sealed record Start(IsdnTimer Timer) : DataLinkOutput;

    public sealed record Stop(IsdnTimer Timer) : DataLinkOutput;

    /// <summary>DL-ESTABLISH-CONFIRM.</summary>
    public sealed record EstablishConfirm : DataLinkOutput;

    /// <summary>DL-ESTABLISH-INDICATION: by the peer, or the link was reset and information may be lost.</summary>
    public sealed record EstablishIndication : DataLinkOutput;

    /// <summary>DL-RELEASE-CONFIRM.</summary>
    public sealed record ReleaseConfirm : DataLinkOutput;

    /// <summary>DL-RELEASE-INDICATION.</summary>
    public sealed record ReleaseIndication : DataLinkOutput;

    /// <summary>DL-DATA-INDICATION.</summary>
    public sealed record DataIndication(byte[] Octets) : DataLinkOutput;

    /// <summary>DL-UNIT DATA-INDICATION.</summary>
    public sealed record UnitDataIndication(byte[] Octets) : DataLinkOutput;

    /// <summary>To be given back as <see cref="DataLinkInput.AcknowledgePending"/> once layer 3 has had the information: an I frame it
    /// sends at once carries the acknowledgement.</summary>
    public sealed record AcknowledgePending : DataLinkOutput;

    /// <summary>Information that cannot be sent in this state.</summary>
    public sealed record DataDiscarded : DataLinkOutput;

    /// <summary>MDL-ERROR-INDICATION with the code of Table II.1/Q.921.</summary>
    public sealed record ManagementError(char Code) : DataLinkOutput;
}

/// <summary>The point-to-point data link, ITU-T Q.921 (09/1997) Annex B, Figures B.5 to B.9, from state TEI assigned on.</summary>
/// <remarks>
/// Where the figures leave a choice: T200 in state 7 sends an enquiry rather than the last I frame again. There is no own receiver
/// busy condition.
/// </remarks>
public sealed class DataLink(DataLinkSettings settings)
{
    public readonly record struct Transition(DataLinkState Next, ImmutableArray<DataLinkOutput> Outputs);

    public Transition Handle(DataLinkState state, DataLinkInput input) => input switch
    {
        DataLinkInput.Received { Frame: LapdFrame.Unnumbered { Function: UnnumberedFunction.UnnumberedInformation } frame } =>
            new(state, [new DataLinkOutput.UnitDataIndication(frame.Payload)]),
        DataLinkInput.Received { Frame: LapdFrame.Unnumbered { Function: UnnumberedFunction.ExchangeIdentification } } => new(state, []),
        DataLinkInput.AcknowledgePending => Acknowledge(state),
        _ => state switch
        {
            DataLinkState.TeiAssigned => InTeiAssigned(state, input),
            DataLinkState.AwaitingEstablishment s => InAwaitingEstablishment(s, input),
            DataLinkState.AwaitingRelease s => InAwaitingRelease(s, input),
            DataLinkState.MultipleFrameEstablished s => InMultipleFrameEstablished(s, input),
            DataLinkState.TimerRecovery s => InTimerRecovery(s, input),
            _ => throw new UnreachableException(),
        },
    };

    /// <summary>Figure B.5, state 4.</summary>
    private Transition InTeiAssigned(DataLinkState state, DataLinkInput input) => input switch
    {
        DataLinkInput.EstablishRequest => Establish(DataLinkWindow.Fresh, layer3: true),
        DataLinkInput.ReleaseRequest => new(state, [new DataLinkOutput.ReleaseConfirm()]),
        DataLinkInput.DataRequest => new(state, [new DataLinkOutput.DataDiscarded()]),
        DataLinkInput.Received { Frame: LapdFrame.Unnumbered frame } => frame.Function switch
        {
            UnnumberedFunction.SetAsynchronousBalancedModeExtended => new(
                new DataLinkState.MultipleFrameEstablished(DataLinkWindow.Fresh),
                [Answer(UnnumberedFunction.UnnumberedAcknowledgement, frame), new DataLinkOutput.EstablishIndication(), Start(IsdnTimer.T203)]),
            UnnumberedFunction.Disconnect => new(state, [Answer(UnnumberedFunction.DisconnectedMode, frame)]),
            UnnumberedFunction.UnnumberedAcknowledgement => new(state, [UnsolicitedUa(frame)]),
            UnnumberedFunction.DisconnectedMode when !frame.PollFinal => Establish(DataLinkWindow.Fresh, layer3: true),
            _ => new(state, []),
        },
        DataLinkInput.Received or DataLinkInput.ReceivedInError => new(state, []),
        _ => throw Stale(state, input),
    };

    /// <summary>Figure B.6, state 5.</summary>
    private Transition InAwaitingEstablishment(DataLinkState.AwaitingEstablishment state, DataLinkInput input) => input switch
    {
        DataLinkInput.EstablishRequest => new(state with { Layer3Initiated = true, Before = DataLinkWindow.Fresh }, []),
        DataLinkInput.ReleaseRequest => Release(stopT203: false),
        DataLinkInput.DataRequest request when !state.Layer3Initiated && state.Before.Outbox.Length < DataLinkSettings.MaxOutbox =>
            new(state with { Before = state.Before with { Outbox = state.Before.Outbox.Add(request.Octets) } }, []),
        DataLinkInput.DataRequest => new(state, [new DataLinkOutput.DataDiscarded()]),
        DataLinkInput.Received { Frame: LapdFrame.Unnumbered frame } => frame.Function switch
        {
            UnnumberedFunction.SetAsynchronousBalancedModeExtended => new(state, [Answer(UnnumberedFunction.UnnumberedAcknowledgement, frame)]),
            UnnumberedFunction.Disconnect => new(state, [Answer(UnnumberedFunction.DisconnectedMode, frame)]),
            UnnumberedFunction.UnnumberedAcknowledgement when frame.PollFinal => Established(state),
            UnnumberedFunction.UnnumberedAcknowledgement => new(state, [UnsolicitedUa(frame)]),
            UnnumberedFunction.DisconnectedMode when frame.PollFinal =>
                new(new DataLinkState.TeiAssigned(), [new DataLinkOutput.ReleaseIndication(), Stop(IsdnTimer.T200)]),
            _ => new(state, []),
        },
        DataLinkInput.Received or DataLinkInput.ReceivedInError => new(state, []),
        DataLinkInput.Expired { Timer: IsdnTimer.T200 } when state.Attempts < settings.Retransmissions =>
            new(state with { Attempts = state.Attempts + 1 }, [Command(UnnumberedFunction.SetAsynchronousBalancedModeExtended), Start(IsdnTimer.T200)]),
        DataLinkInput.Expired { Timer: IsdnTimer.T200 } =>
            new(new DataLinkState.TeiAssigned(), [new DataLinkOutput.ManagementError('G'), new DataLinkOutput.ReleaseIndication()]),
        _ => throw Stale(state, input),
    };

    /// <summary>Figure B.6: UA(F = 1). What was on the way may be lost, so layer 3 is told; what only waited is sent now.</summary>
    private Transition Established(DataLinkState.AwaitingEstablishment state)
    {
        var outputs = ImmutableArray.CreateBuilder<DataLinkOutput>();
        outputs.Add(Stop(IsdnTimer.T200));
        outputs.Add(Start(IsdnTimer.T203));
        var window = DataLinkWindow.Fresh;
        if (state.Layer3Initiated)
            outputs.Add(new DataLinkOutput.EstablishConfirm());
        else if (state.Before.Sent > 0)
            outputs.Add(new DataLinkOutput.EstablishIndication());
        else
            window = window with { Outbox = state.Before.Outbox };
        return new(new DataLinkState.MultipleFrameEstablished(Transmit(window, outputs)), outputs.DrainToImmutable());
    }

    /// <summary>Figure B.6, state 6.</summary>
    private Transition InAwaitingRelease(DataLinkState.AwaitingRelease state, DataLinkInput input) => input switch
    {
        DataLinkInput.EstablishRequest or DataLinkInput.ReleaseRequest => new(state, []),
        DataLinkInput.DataRequest => new(state, [new DataLinkOutput.DataDiscarded()]),
        DataLinkInput.Received { Frame: LapdFrame.Unnumbered frame } => frame.Function switch
        {
            UnnumberedFunction.SetAsynchronousBalancedModeExtended => new(state, [Answer(UnnumberedFunction.DisconnectedMode, frame)]),
            UnnumberedFunction.Disconnect => new(state, [Answer(UnnumberedFunction.UnnumberedAcknowledgement, frame)]),
            UnnumberedFunction.UnnumberedAcknowledgement or UnnumberedFunction.DisconnectedMode when frame.PollFinal =>
                new(new DataLinkState.TeiAssigned(), [new DataLinkOutput.ReleaseConfirm(), Stop(IsdnTimer.T200)]),
            UnnumberedFunction.UnnumberedAcknowledgement => new(state, [UnsolicitedUa(frame)]),
            _ => new(state, []),
        },
        DataLinkInput.Received or DataLinkInput.ReceivedInError => new(state, []),
        DataLinkInput.Expired { Timer: IsdnTimer.T200 } when state.Attempts < settings.Retransmissions =>
            new(state with { Attempts = state.Attempts + 1 }, [Command(UnnumberedFunction.Disconnect), Start(IsdnTimer.T200)]),
        DataLinkInput.Expired { Timer: IsdnTimer.T200 } =>
            new(new DataLinkState.TeiAssigned(), [new DataLinkOutput.ManagementError('H'), new DataLinkOutput.ReleaseConfirm()]),
        _ => throw Stale(state, input),
    };

    /// <summary>Figures B.7 and B.8, state 7.</summary>
    private Transition InMultipleFrameEstablished(DataLinkState.MultipleFrameEstablished state, DataLinkInput input) => input switch
    {
        DataLinkInput.DataRequest request when state.Window.Outbox.Length < DataLinkSettings.MaxOutbox =>
            Continue(state.Window with { Outbox = state.Window.Outbox.Add(request.Octets) }),
        DataLinkInput.Received { Frame: LapdFrame.Information frame } => Information(state.Window, frame, recovering: null),
        DataLinkInput.Received { Frame: LapdFrame.Supervisory frame, Command: var command } => Supervisory(state.Window, frame, command),
        DataLinkInput.Expired { Timer: IsdnTimer.T200 or IsdnTimer.T203 } =>
            new(new DataLinkState.TimerRecovery(state.Window with { AcknowledgePending = false, T200Running = true }, 0), [Enquiry(state.Window), Start(IsdnTimer.T200)]),
        _ => WhileEstablished(state, state.Window, input),
    };

    /// <summary>Figure B.9, state 8.</summary>
    private Transition InTimerRecovery(DataLinkState.TimerRecovery state, DataLinkInput input) => input switch
    {
        DataLinkInput.DataRequest request when state.Window.Outbox.Length < DataLinkSettings.MaxOutbox =>
            new(state with { Window = state.Window with { Outbox = state.Window.Outbox.Add(request.Octets) } }, []),
        DataLinkInput.Received { Frame: LapdFrame.Information frame } => Information(state.Window, frame, state),
        DataLinkInput.Received { Frame: LapdFrame.Supervisory frame, Command: var command } => SupervisoryInRecovery(state, frame, command),
        DataLinkInput.Expired { Timer: IsdnTimer.T200 } when state.Attempts < settings.Retransmissions =>
            new(state with { Attempts = state.Attempts + 1 }, [Enquiry(state.Window), Start(IsdnTimer.T200)]),
        DataLinkInput.Expired { Timer: IsdnTimer.T200 } => Reestablish(state.Window, 'I'),
        _ => WhileEstablished(state, state.Window, input),
    };

    /// <summary>What states 7 and 8 have in common.</summary>
    private Transition WhileEstablished(DataLinkState state, DataLinkWindow window, DataLinkInput input) => input switch
    {
        DataLinkInput.EstablishRequest => Establish(DataLinkWindow.Fresh, layer3: true),
        DataLinkInput.ReleaseRequest => Release(stopT203: true),
        DataLinkInput.DataRequest => new(state, [new DataLinkOutput.DataDiscarded()]),
        DataLinkInput.ReceivedInError error => Reestablish(window, error.Code),
        DataLinkInput.Received { Frame: LapdFrame.Unnumbered frame } => frame.Function switch
        {
            UnnumberedFunction.SetAsynchronousBalancedModeExtended => Reset(window, frame),
            UnnumberedFunction.Disconnect => new(
                new DataLinkState.TeiAssigned(),
                [Answer(UnnumberedFunction.UnnumberedAcknowledgement, frame), new DataLinkOutput.ReleaseIndication(), Stop(IsdnTimer.T200), Stop(IsdnTimer.T203)]),
            UnnumberedFunction.UnnumberedAcknowledgement => new(state, [UnsolicitedUa(frame)]),
            UnnumberedFunction.DisconnectedMode when frame.PollFinal => new(state, [new DataLinkOutput.ManagementError('B')]),
            UnnumberedFunction.DisconnectedMode => Reestablish(window, 'E'),
            UnnumberedFunction.FrameReject => Reestablish(window, 'K'),
            _ => new(state, []),
        },
        _ => throw Stale(state, input),
    };

    /// <summary>Figure B.7: SABME. Layer 3 is told only when information may be lost.</summary>
    private Transition Reset(DataLinkWindow window, LapdFrame.Unnumbered frame)
    {
        var outputs = ImmutableArray.CreateBuilder<DataLinkOutput>();
        outputs.Add(Answer(UnnumberedFunction.UnnumberedAcknowledgement, frame));
        outputs.Add(new DataLinkOutput.ManagementError('F'));
        var lost = window.Sent > 0;
        if (lost)
            outputs.Add(new DataLinkOutput.EstablishIndication());
        outputs.Add(Stop(IsdnTimer.T200));
        outputs.Add(Start(IsdnTimer.T203));
        var fresh = Transmit(DataLinkWindow.Fresh with { Outbox = lost ? [] : window.Outbox }, outputs);
        return new(new DataLinkState.MultipleFrameEstablished(fresh), outputs.DrainToImmutable());
    }

    /// <summary>Figures B.8 and B.9: an I frame, its N(S) first, then its N(R).</summary>
    private Transition Information(DataLinkWindow window, LapdFrame.Information frame, DataLinkState.TimerRecovery? recovering)
    {
        var outputs = ImmutableArray.CreateBuilder<DataLinkOutput>();
        if (frame.SendSequence == window.Received)
        {
            window = window with { Received = (byte)((window.Received + 1) % DataLinkWindow.Modulus), Rejecting = false };
            outputs.Add(new DataLinkOutput.DataIndication(frame.Payload));
            if (frame.Poll)
                outputs.Add(Response(SupervisoryFunction.ReceiveReady, window, final: true));
            else if (!window.AcknowledgePending)
                outputs.Add(new DataLinkOutput.AcknowledgePending());
            window = window with { AcknowledgePending = !frame.Poll };
        }
        else if (!window.Rejecting)
        {
            window = window with { Rejecting = true, AcknowledgePending = false };
            outputs.Add(Response(SupervisoryFunction.Reject, window, frame.Poll));
        }
        else if (frame.Poll)
        {
            outputs.Add(Response(SupervisoryFunction.ReceiveReady, window, final: true));
        }

        if (!window.Covers(frame.ReceiveSequence))
            return Reestablish(window, 'J', outputs);
        if (recovering is not null)
            return new(recovering with { Window = window.Acknowledge(frame.ReceiveSequence) }, outputs.DrainToImmutable());
        window = window.PeerBusy ? window.Acknowledge(frame.ReceiveSequence) : Acknowledge(window, frame.ReceiveSequence, outputs);
        return new(new DataLinkState.MultipleFrameEstablished(Transmit(window, outputs)), outputs.DrainToImmutable());
    }

    /// <summary>Figure B.7: RR, RNR, REJ in state 7.</summary>
    private Transition Supervisory(DataLinkWindow window, LapdFrame.Supervisory frame, bool command)
    {
        var outputs = ImmutableArray.CreateBuilder<DataLinkOutput>();
        window = window with { PeerBusy = frame.Function == SupervisoryFunction.ReceiveNotReady };
        if (frame.PollFinal && command)
            window = Respond(window, outputs);
        else if (frame.PollFinal)
            outputs.Add(new DataLinkOutput.ManagementError('A'));
        if (!window.Covers(frame.ReceiveSequence))
            return Reestablish(window, 'J', outputs);

        switch (frame.Function)
        {
            case SupervisoryFunction.ReceiveReady:
                window = Acknowledge(window, frame.ReceiveSequence, outputs);
                break;
            case SupervisoryFunction.ReceiveNotReady:
                window = window.Acknowledge(frame.ReceiveSequence) with { T200Running = true };
                outputs.Add(Stop(IsdnTimer.T203));
                outputs.Add(Start(IsdnTimer.T200));
                break;
            case SupervisoryFunction.Reject:
                window = window.Acknowledge(frame.ReceiveSequence) with { Sent = 0, T200Running = false };
                outputs.Add(Stop(IsdnTimer.T200));
                outputs.Add(Start(IsdnTimer.T203));
                break;
        }

        window = Transmit(window, outputs);
        return new(new DataLinkState.MultipleFrameEstablished(window), outputs.DrainToImmutable());
    }

    /// <summary>Figure B.9: RR, RNR, REJ in state 8. The answer to our enquiry ends the recovery.</summary>
    private Transition SupervisoryInRecovery(DataLinkState.TimerRecovery state, LapdFrame.Supervisory frame, bool command)
    {
        var outputs = ImmutableArray.CreateBuilder<DataLinkOutput>();
        var busy = frame.Function == SupervisoryFunction.ReceiveNotReady;
        var window = state.Window with { PeerBusy = busy };
        if (command && frame.PollFinal)
            window = Respond(window, outputs);
        if (!window.Covers(frame.ReceiveSequence))
            return Reestablish(window, 'J', outputs);

        window = window.Acknowledge(frame.ReceiveSequence);
        if (command || !frame.PollFinal)
            return new(state with { Window = window }, outputs.DrainToImmutable());

        outputs.Add(busy ? Start(IsdnTimer.T200) : Stop(IsdnTimer.T200));
        if (!busy)
            outputs.Add(Start(IsdnTimer.T203));
        window = Transmit(window with { Sent = 0, T200Running = busy }, outputs);
        return new(new DataLinkState.MultipleFrameEstablished(window), outputs.DrainToImmutable());
    }

    /// <summary>Figures B.7 and B.9: RR, unless a frame with N(R) has gone out meanwhile.</summary>
    private Transition Acknowledge(DataLinkState state) => state switch
    {
        DataLinkState.MultipleFrameEstablished { Window: { AcknowledgePending: true } window } => new(
            new DataLinkState.MultipleFrameEstablished(window with { AcknowledgePending = false }), [Response(SupervisoryFunction.ReceiveReady, window, final: false)]),
        DataLinkState.TimerRecovery { Window: { AcknowledgePending: true } window } s => new(
            s with { Window = window with { AcknowledgePending = false } }, [Response(SupervisoryFunction.ReceiveReady, window, final: false)]),
        _ => new(state, []),
    };

    /// <summary>Figure B.7: N(R) acknowledges all, some or nothing.</summary>
    private static DataLinkWindow Acknowledge(
        DataLinkWindow window, byte receiveSequence, ImmutableArray<DataLinkOutput>.Builder outputs)
    {
        var acknowledged = window.Acknowledge(receiveSequence);
        if (acknowledged.Sent == 0)
        {
            outputs.Add(Stop(IsdnTimer.T200));
            outputs.Add(Start(IsdnTimer.T203));
            return acknowledged with { T200Running = false };
        }

        if (acknowledged.Sent == window.Sent)
            return acknowledged;
        outputs.Add(Start(IsdnTimer.T200));
        return acknowledged with { T200Running = true };
    }

    /// <summary>Figure B.7: I frame queued up, until the window is full or the peer busy.</summary>
    private DataLinkWindow Transmit(DataLinkWindow window, ImmutableArray<DataLinkOutput>.Builder outputs)
    {
        while (!window.PeerBusy && window.Sent < Math.Min(settings.Window, window.Outbox.Length))
        {
            outputs.Add(new DataLinkOutput.Send(new LapdFrame.Information(
                Address(command: true), window.SendState, window.Received, false, window.Outbox[window.Sent])));
            if (!window.T200Running)
            {
                outputs.Add(Stop(IsdnTimer.T203));
                outputs.Add(Start(IsdnTimer.T200));
            }

            window = window with { Sent = window.Sent + 1, T200Running = true, AcknowledgePending = false };
        }

        return window;
    }

    /// <summary>Enquiry response; its N(R) acknowledges too.</summary>
    private DataLinkWindow Respond(DataLinkWindow window, ImmutableArray<DataLinkOutput>.Builder outputs)
    {
        outputs.Add(Response(SupervisoryFunction.ReceiveReady, window, final: true));
        return window with { AcknowledgePending = false };
    }

    private Transition Continue(DataLinkWindow window)
    {
        var outputs = ImmutableArray.CreateBuilder<DataLinkOutput>();
        window = Transmit(window, outputs);
        return new(new DataLinkState.MultipleFrameEstablished(window), outputs.DrainToImmutable());
    }

    private Transition Establish(DataLinkWindow before, bool layer3, ImmutableArray<DataLinkOutput>.Builder? outputs = null)
    {
        outputs ??= ImmutableArray.CreateBuilder<DataLinkOutput>();
        outputs.Add(Command(UnnumberedFunction.SetAsynchronousBalancedModeExtended));
        outputs.Add(Stop(IsdnTimer.T203));
        outputs.Add(Start(IsdnTimer.T200));
        return new(new DataLinkState.AwaitingEstablishment(0, layer3, before), outputs.DrainToImmutable());
    }

    private Transition Reestablish(DataLinkWindow window, char code, ImmutableArray<DataLinkOutput>.Builder? outputs = null)
    {
        outputs ??= ImmutableArray.CreateBuilder<DataLinkOutput>();
        outputs.Add(new DataLinkOutput.ManagementError(code));
        return Establish(window, layer3: false, outputs);
    }

    private Transition Release(bool stopT203)
    {
        ImmutableArray<DataLinkOutput> outputs = [Command(UnnumberedFunction.Disconnect), Start(IsdnTimer.T200)];
        return new(new DataLinkState.AwaitingRelease(0), stopT203 ? [.. outputs, Stop(IsdnTimer.T203)] : outputs);
    }

    private LapdAddress Address(bool command) => LapdAddress.Of(LapdAddress.CallControlSapi, settings.Tei, command, settings.Network);

    private DataLinkOutput.Send Command(UnnumberedFunction function) =>
        new(new LapdFrame.Unnumbered(Address(command: true), function, true, []));

    private DataLinkOutput.Send Answer(UnnumberedFunction function, LapdFrame.Unnumbered to) =>
        new(new LapdFrame.Unnumbered(Address(command: false), function, to.PollFinal, []));

    private DataLinkOutput.Send Response(SupervisoryFunction function, DataLinkWindow window, bool final) =>
        new(new LapdFrame.Supervisory(Address(command: false), function, window.Received, final));

    private DataLinkOutput.Send Enquiry(DataLinkWindow window) =>
        new(new LapdFrame.Supervisory(Address(command: true), SupervisoryFunction.ReceiveReady, window.Received, true));

    private static DataLinkOutput.ManagementError UnsolicitedUa(LapdFrame.Unnumbered frame) => new(frame.PollFinal ? 'C' : 'D');

    private static DataLinkOutput.Start Start(IsdnTimer timer) => new(timer);

    private static DataLinkOutput.Stop Stop(IsdnTimer timer) => new(timer);

    /// <summary>The owner drops expiries of timers that do not run, so none gets here.</summary>
    private static UnreachableException Stale(DataLinkState state, DataLinkInput input) => new($"{input} in {state}");
}
