using System.Globalization;

namespace Quickstart;

/// <summary>Reads an offset from GMT such as <c>-7</c>, <c>+10</c> or <c>+5:30</c>.</summary>
internal static class UtcOffsetText
{
    public static bool TryRead(string text, out TimeSpan offset)
    {
        string[] parts = text.TrimStart('+', '-').Split(':');
        bool read = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int hours);
        int minutes = 0;
        if (parts.Length > 1)
            read &= int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minutes);

        offset = new TimeSpan(hours, minutes, 0) * (text.StartsWith('-') ? -1 : 1);
        return read && parts.Length <= 2;
    }
}
