namespace Quickstart;

/// <summary>What a customer pays for. Sent by name.</summary>
public enum Plan
{
    Free,
    Pro,
    Team,
    Enterprise,
}
