using System.Globalization;
using System.Text;

namespace Vero.Typed;

/// <summary>Reads one line from left to right, once.</summary>
internal sealed class PlanLineReader
{
    private const int DeepestShape = 32;

    private readonly string _text;
    private readonly int _end;
    private int _at;
    private PlanError? _error;

    private PlanLineReader(string text, int start, int end)
    {
        _text = text;
        _at = start;
        _end = end;
    }

    private bool IsAtEnd => _at == _end;

    private char Current => _text[_at];

    /// <summary>Reads a line that is neither blank nor a comment.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="start">The first character of the line that is not blank.</param>
    /// <param name="end">Behind its last one.</param>
    /// <param name="error">What is wrong, if the result is null.</param>
    public static PlanLine? Read(string text, int start, int end, out PlanError? error)
    {
        var reader = new PlanLineReader(text, start, end);
        PlanLine? line = reader.Line();
        error = reader._error;
        return error is null ? line : null;
    }

    private PlanLine? Line()
    {
        int start = _at;
        while (!IsAtEnd && !PlanText.IsBlank(Current))
            _at++;
        string type = _text.Substring(start, _at - start);
        if (!PlanText.IsTypeName(type))
            return Fail<PlanLine>(start, type.Length, PlanReasons.TypeName(type));

        SkipBlanks();
        if (IsAtEnd)
            return Fail<PlanLine>(_end, 0, PlanReasons.NoPath);
        if (Path() is not { } path)
            return null;

        SkipBlanks();
        if (IsAtEnd)
            return Fail<PlanLine>(_end, 0, PlanReasons.NoShape);
        int shapeStart = _at;
        if (Union(depth: 0) is not { } shape)
            return null;
        if (!IsAtEnd)
            return FailHere<PlanLine>();
        if ((path.Equals(PlanPath.Event) || path.Equals(PlanPath.Source)) && shape is not PlanShape.Literal)
            return Fail<PlanLine>(shapeStart, _end - shapeStart, PlanReasons.EventNeedsName);
        return new PlanLine(type, path, shape);
    }

    private PlanPath? Path()
    {
        int start = _at;
        var steps = new List<PlanStep>();
        while (true)
        {
            int stepStart = _at;
            if (Step() is not { } step)
                return null;
            if (steps.Count == 0 && (step.IsAnyKey || !PlanPath.RootNames.Contains(step.Name)))
                return Fail<PlanPath>(stepStart, _at - stepStart, PlanReasons.UnknownRoot(step.Name));
            steps.Add(step);
            if (IsAtEnd || Current != '.')
                break;
            _at++;
        }

        if (!IsAtEnd && !PlanText.IsBlank(Current))
            return Fail<PlanPath>(_at, 1, PlanReasons.CharacterInStep(Current));
        return PlanPath.CanHave(steps[0].Name, steps.Count)
            ? new PlanPath(steps)
            : Fail<PlanPath>(start, _at - start, PlanReasons.WrongSteps(_text.Substring(start, _at - start)));
    }

    private PlanStep? Step()
    {
        if (!IsAtEnd && Current == '"')
            return String() is { } quoted ? new PlanStep(quoted) : null;
        if (!IsAtEnd && Current == '*')
        {
            _at++;
            return PlanStep.AnyKey;
        }

        int start = _at;
        while (!IsAtEnd && PlanText.IsPlainStep(Current))
            _at++;
        if (_at > start)
            return new PlanStep(_text.Substring(start, _at - start));
        bool isMissing = IsAtEnd || Current == '.' || PlanText.IsBlank(Current);
        Fail<PlanPath>(_at, isMissing ? 0 : 1, isMissing ? PlanReasons.EmptyStep : PlanReasons.CharacterInStep(Current));
        return null;
    }

    private PlanShape? Union(int depth)
    {
        var shapes = new List<PlanShape>();
        while (true)
        {
            if (Suffixed(depth) is not { } shape)
                return null;
            shapes.Add(shape);
            SkipBlanks();
            if (IsAtEnd || Current != '|')
                break;
            _at++;
            SkipBlanks();
        }

        return PlanShape.Union(shapes);
    }

    private PlanShape? Suffixed(int depth)
    {
        PlanShape? shape = Primary(depth);
        while (shape is not null && !IsAtEnd && Current is '?' or '[')
        {
            if (++depth > DeepestShape)
                return Fail<PlanShape>(_at, 1, PlanReasons.ShapeTooDeep);
            if (Current == '?')
            {
                shape = shape.OrNull();
                _at++;
            }
            else if (_at + 1 < _end && _text[_at + 1] == ']')
            {
                shape = shape.InArray();
                _at += 2;
            }
            else
            {
                return Fail<PlanShape>(_at, 1, PlanReasons.UnclosedBracket);
            }
        }

        return shape;
    }

    private PlanShape? Primary(int depth)
    {
        if (IsAtEnd)
            return Fail<PlanShape>(_end, 0, PlanReasons.NoAlternative);
        if (Current == '"')
            return String() is { } literal ? PlanShape.Of(literal) : null;
        if (Current == '(')
            return InParentheses(depth + 1);

        int start = _at;
        while (!IsAtEnd && PlanText.IsPlainStep(Current))
            _at++;
        if (_at == start)
            return FailHere<PlanShape>();
        string word = _text.Substring(start, _at - start);
        if (word == PlanWords.Flags)
            return Flags(depth + 1);
        return PlanWords.Find(word) is { } known ? PlanShape.Of(known) : Fail<PlanShape>(start, word.Length, PlanReasons.UnknownShape(word));
    }

    private PlanShape? InParentheses(int depth)
    {
        if (depth > DeepestShape)
            return Fail<PlanShape>(_at, 1, PlanReasons.ShapeTooDeep);
        int open = _at++;
        SkipBlanks();
        if (Union(depth) is not { } shape)
            return null;
        if (IsAtEnd)
            return Fail<PlanShape>(open, 1, PlanReasons.UnclosedParenthesis);
        if (Current != ')')
            return FailHere<PlanShape>();
        _at++;
        return shape;
    }

    private PlanShape? Flags(int depth)
    {
        SkipBlanks();
        int start = _at;
        if (IsAtEnd || Current != '(')
            return Fail<PlanShape>(_at, 0, PlanReasons.FlagsWithoutNames);
        if (InParentheses(depth) is not { } shape)
            return null;
        return shape switch
        {
            PlanShape.Literal name => PlanShape.FlagsOf([name.Value]),
            PlanShape.OneOfShapes names when names.Alternatives.All(static name => name is PlanShape.Literal) =>
                PlanShape.FlagsOf(names.Alternatives.Select(static name => ((PlanShape.Literal)name).Value)),
            _ => Fail<PlanShape>(start, _at - start, PlanReasons.FlagsOfNames),
        };
    }

    private string? String()
    {
        int open = _at++;
        var value = new StringBuilder();
        for (; !IsAtEnd; _at++)
        {
            if (Current == '"')
            {
                _at++;
                return value.ToString();
            }

            if (Current < ' ')
                return Fail<string>(_at, 1, PlanReasons.ControlInString);
            if (Current != '\\')
                value.Append(Current);
            else if (!Escape(value))
                return null;
        }

        return Fail<string>(open, _end - open, PlanReasons.UnclosedString);
    }

    // At the backslash before, at the last character of the escape after.
    private bool Escape(StringBuilder value)
    {
        const string Escapes = "\"\\/bfnrt";
        const string Meant = "\"\\/\b\f\n\r\t";
        int start = _at++;
        char escape = IsAtEnd ? '\0' : Current;
        if (Escapes.IndexOf(escape) is >= 0 and var index)
        {
            value.Append(Meant[index]);
            return true;
        }

        if (escape == 'u' && _end - _at > 4
            && ushort.TryParse(_text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
        {
            value.Append((char)unit);
            _at += 4;
            return true;
        }

        Fail<string>(start, Math.Min(2, _end - start), PlanReasons.EscapeInString);
        return false;
    }

    private void SkipBlanks()
    {
        while (!IsAtEnd && PlanText.IsBlank(Current))
            _at++;
    }

    private T? FailHere<T>()
        where T : class => Fail<T>(_at, 1, Current == PlanText.Comment ? PlanReasons.CommentOnItsOwnLine : PlanReasons.Unexpected(Current));

    private T? Fail<T>(int start, int length, string reason)
        where T : class
    {
        _error = new PlanError(start, length, reason);
        return null;
    }
}
