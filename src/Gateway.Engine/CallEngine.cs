using Gateway.Engine.Legs;

namespace Gateway.Engine;

/// <summary>
/// The room in the middle: hears what legs say, decides, and tells legs what to do. Synchronous and without a clock; each call
/// of <see cref="Handle"/> or <see cref="Expired"/> is one turn, and its outputs are complete when it returns.
/// </summary>
public sealed class CallEngine(EngineSettings settings, IIdentifierSource identifiers)
{
    /// <summary>While true, new calls are released with cause 42 and transfer requests refused; calls in progress go on.</summary>
    public bool Overloaded { get; set; }

    public IReadOnlyList<LiveCall> Calls { get; } = [];

    public IReadOnlyList<LiveTransfer> Transfers { get; } = [];

    /// <summary>Takes what a leg says.</summary>
    public void Handle(LegEvent input, ICollection<EngineOutput> outputs)
    {
        ArgumentNullException.ThrowIfNull(input);
        Refuse($"leg {input.Leg}", outputs);
    }

    /// <summary>Takes the expiry of a timer that an earlier turn started.</summary>
    public void Expired(EngineTimer timer, ICollection<EngineOutput> outputs) => Refuse(timer.Name, outputs);

    /// <summary>Ends a call on an operator's word; a transfer it takes part in fails.</summary>
    public void Release(CallId call, Cause cause, ICollection<EngineOutput> outputs) => Refuse($"call {call}", outputs);

    /// <summary>Stops a transfer on an operator's word; the first call stays.</summary>
    public void Abandon(TransferId transfer, ICollection<EngineOutput> outputs) => Refuse($"transfer {transfer}", outputs);

    // Until the rooms behind this door are open every input is answered by a note.
    private void Refuse(string what, ICollection<EngineOutput> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        outputs.Add(new EngineOutput.Noted(new Note(
            NoteLevel.Error, "turn.refused", $"{what}: no calls yet ({settings.Routes.Count} routes)", identifiers.NextCorrelation())));
    }
}
