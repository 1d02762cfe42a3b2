namespace Gateway.Engine.Legs;

/// <summary>Names one leg: one dialog, call reference or connection, whatever its domain. Never reused while the process lives.</summary>
public readonly record struct LegId(long Value)
{
    public override string ToString() => $"L{Value}";
}

/// <summary>Names one call: two legs that talk, or one leg that is still being routed.</summary>
public readonly record struct CallId(long Value)
{
    public override string ToString() => $"C{Value}";
}

/// <summary>Names one accepted or refused transfer request.</summary>
public readonly record struct TransferId(long Value)
{
    public override string ToString() => $"T{Value}";
}

/// <summary>
/// The one id that follows a call through all its legs, transfers and records, across domains. It is given by the first leg
/// (when a trusted peer brings one) or made by the engine, and every later leg of the same story inherits it.
/// </summary>
public readonly record struct CorrelationId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The configured name of a peer: a trunk, a phone domain, a gatekeeper zone.</summary>
public readonly record struct PeerName(string Value)
{
    public override string ToString() => Value;
}
