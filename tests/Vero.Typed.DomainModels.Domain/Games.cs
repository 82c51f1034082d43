using System.Globalization;
using Vero.Typed;

namespace Shop.Games;

public sealed class Player
{
    [VeroId]
    public long PlayerId { get; set; }

    [VeroTrait("stats", Json = true)]
    public string? StatsJson { get; set; }

    [VeroTrait]
    public Dictionary<Weapon, int> KillsByWeapon { get; set; } = [];

    [VeroLanguage(Converter = nameof(First))]
    public string[] Languages { get; set; } = [];

    [VeroTrait("friends", From = "Count")]
    public HashSet<long> FriendIds { get; set; } = [];

    internal static string? First(string[] languages) => languages.FirstOrDefault();
}

public enum Weapon
{
    Sword,
    Bow,
}

public sealed class Driver
{
    [VeroId]
    public int DriverId { get; set; }

    [VeroTimezone(Id = true)]
    public string TimeZone { get; set; } = "";

    [VeroChannel("push", "android", From = "[].Token")]
    public List<Device> Devices { get; set; } = [];

    [VeroTrait("cities", From = "[].Stops[].City")]
    public List<Tour>? Tours { get; set; }
}

public sealed record Device(string? Token, string Model);

public sealed record Tour(int Number, IReadOnlyList<TourStop> Stops);

public sealed record TourStop(string City);

public sealed class Student
{
    [VeroId]
    public Guid StudentId { get; set; }

    [VeroTrait("native_language", Converter = nameof(Tag))]
    public SpokenLanguage? NativeLanguage { get; set; }

    [VeroLanguage(From = "CultureName")]
    public SpokenLanguage? Interface { get; set; }

    [VeroTrait("courses", From = "[].Course.Title")]
    public ICollection<Enrollment> Enrollments { get; } = [];

    [VeroTrait]
    public double AverageGrade() => Enrollments.Count == 0 ? 0 : Enrollments.Average(static enrollment => enrollment.Grade);

    internal static string Tag(SpokenLanguage language) => CultureInfo.GetCultureInfo(language.CultureName).TwoLetterISOLanguageName;
}

public sealed record SpokenLanguage(int Number, string CultureName);

public sealed record Enrollment(Course? Course, double Grade);

public sealed record Course(string Title);
