using System.Globalization;
using System.Text;

namespace Gateway.Codecs.Sip.Headers;

/// <summary>Who sends the refreshes of a session: the one who sent this request, or the one who answers it (RFC 4028 4).</summary>
public enum Refresher : byte
{
    Uac,
    Uas,
}

/// <summary><c>delta-seconds *( SEMI ( "refresher" EQUAL ( "uas" / "uac" ) / generic ) )</c> (RFC 4028 4).</summary>
/// <param name="Seconds">The session interval.</param>
/// <param name="Refresher">Null when unsaid, as a first request may leave it.</param>
public readonly record struct SessionExpires(int Seconds, Refresher? Refresher = null)
{
    /// <summary>Null when it does not begin with a number of seconds. An unknown refresher is none.</summary>
    public static SessionExpires? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    internal static SessionExpires? Parse(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)';');
        if (end < 0) end = text.Length;
        if (!Grammar.TryNumber(Grammar.Trim(text[..end]), out uint seconds) || seconds > int.MaxValue || Parameters.Check(text[end..]) >= 0) return null;
        var cursor = new ParameterCursor(text[end..], (byte)';');
        while (cursor.MoveNext())
        {
            if (!Grammar.EqualsIgnoreCase(cursor.Name, "refresher"u8)) continue;
            return new((int)seconds, Grammar.EqualsIgnoreCase(cursor.Value, "uac"u8) ? Headers.Refresher.Uac
                : Grammar.EqualsIgnoreCase(cursor.Value, "uas"u8) ? Headers.Refresher.Uas : null);
        }
        return new((int)seconds);
    }

    /// <summary>The header value: <c>1800;refresher=uac</c>.</summary>
    public override string ToString() => Refresher switch
    {
        Headers.Refresher.Uac => string.Create(CultureInfo.InvariantCulture, $"{Seconds};refresher=uac"),
        Headers.Refresher.Uas => string.Create(CultureInfo.InvariantCulture, $"{Seconds};refresher=uas"),
        _ => Seconds.ToString(CultureInfo.InvariantCulture),
    };
}
