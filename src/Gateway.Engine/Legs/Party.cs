namespace Gateway.Engine.Legs;

/// <summary>Who a leg speaks for or wants to reach.</summary>
/// <param name="Number">Digits in the internal form: international numbers carry a leading '+', others are as dialled; or a name that is no number.</param>
/// <param name="DisplayName">The name to show, or null.</param>
/// <param name="Restricted">True when the party asked that its identity is not shown (Q.951 CLIR, RFC 3323 Privacy: id).</param>
public sealed record Party(string Number, string? DisplayName = null, bool Restricted = false)
{
    public override string ToString() => Number;
}
