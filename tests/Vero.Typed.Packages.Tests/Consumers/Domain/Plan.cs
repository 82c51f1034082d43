namespace Shop.Domain;

public enum Plan
{
    Free,
    Pro,
}
