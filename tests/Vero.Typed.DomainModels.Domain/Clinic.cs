using Vero.Typed;

namespace Shop.Clinic;

/// <summary>Its state is in private fields.</summary>
public sealed partial class Patient
{
    [VeroId]
    private readonly PatientId _id;

    [VeroTrait]
    private readonly string _firstName;

    [VeroTrait]
    private readonly string _lastName;

    [VeroEmail]
    private string? _email;

    [VeroTrait("visits", From = "Count")]
    private readonly List<Visit> _visits = [];

    public Patient(PatientId id, string firstName, string lastName)
    {
        _id = id;
        _firstName = firstName;
        _lastName = lastName;
    }

    [VeroTrait]
    public string DisplayName() => $"{_firstName} {_lastName[0]}.";

    public void ChangeEmail(string email) => _email = email;

    public void Admit(DateOnly on) => _visits.Add(new Visit(on));

    public bool HasVisitedSince(DateOnly day) => _visits.Exists(visit => visit.On >= day);
}

public readonly record struct PatientId(Guid Number);

public sealed record Visit(DateOnly On);

public static class ClinicConverters
{
    [VeroConverter]
    internal static Guid FromPatientId(PatientId id) => id.Number;
}

#pragma warning disable IDE1006 // The names of its fields are the point.
/// <summary>Written by a team with another convention.</summary>
public sealed partial class Subscriber
{
    [VeroId(AllowDefault = true)]
    private readonly long m_number;

    [VeroTrait]
    private string m_displayName = "";

    [VeroTrait("preferences", Json = true)]
    private string? m_preferences;

    public Subscriber(long number) => m_number = number;

    [VeroTrait("months")]
    public int GetMonths() => m_displayName.Length;

    public void Rename(string name) => m_displayName = name;

    public void Prefer(string json) => m_preferences = json;
}
