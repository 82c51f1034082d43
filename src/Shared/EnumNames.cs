namespace Vero.Typed;

/// <summary>
/// Which of several names of one value is sent: the one that System.Text.Json takes, the first of <c>Enum.GetNames</c> on .NET 8 and later. Linked into
/// the library and the analyzers, so that a constant in generated code and a value whose type is known only at run time have the same name.
/// </summary>
/// <remarks>
/// Where no value is smaller than the one declared before it, that is the first name. Otherwise .NET sorts the names by their values, taken as numbers
/// without a sign, and the sort is not stable: https://github.com/dotnet/runtime/blob/main/src/libraries/System.Private.CoreLib/src/System/Collections/Generic/ArraySortHelper.cs
/// </remarks>
internal static class EnumNames
{
    private const int FewNames = 16;

    /// <summary>Sorts names by their values, both in the order of declaration. Of a value, the first name is the one.</summary>
    public static void Sort<T>(ulong[] values, T[] names)
    {
        if (IsSorted(values))
            return;
        int depth = 2;
        for (int length = values.Length; length > 1; length >>= 1)
            depth += 2;
        new Sorter<T>(values, names).Sort(0, values.Length, depth);
    }

    private static bool IsSorted(ulong[] values)
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i - 1] > values[i])
                return false;
        }

        return true;
    }

    private readonly struct Sorter<T>(ulong[] keys, T[] items)
    {
        public void Sort(int start, int length, int depth)
        {
            while (length > 1)
            {
                if (length <= FewNames)
                {
                    SortFew(start, length);
                    return;
                }

                if (depth == 0)
                {
                    SortHeap(start, length);
                    return;
                }

                depth--;
                int pivot = Partition(start, length);
                Sort(start + pivot + 1, length - pivot - 1, depth);
                length = pivot;
            }
        }

        private void SortFew(int start, int length)
        {
            if (length <= 3)
            {
                if (length == 3)
                {
                    SwapIfGreater(start, start + 1);
                    SwapIfGreater(start, start + 2);
                }

                SwapIfGreater(start + length - 2, start + length - 1);
                return;
            }

            for (int i = start; i < start + length - 1; i++)
            {
                ulong key = keys[i + 1];
                T item = items[i + 1];
                int j = i;
                for (; j >= start && key < keys[j]; j--)
                    Move(j, j + 1);
                keys[j + 1] = key;
                items[j + 1] = item;
            }
        }

        private int Partition(int start, int length)
        {
            int last = length - 1;
            int middle = last >> 1;
            SwapIfGreater(start, start + middle);
            SwapIfGreater(start, start + last);
            SwapIfGreater(start + middle, start + last);
            ulong pivot = keys[start + middle];
            Swap(start + middle, start + last - 1);
            int left = 0;
            int right = last - 1;
            while (left < right)
            {
                do
                    left++;
                while (left < last - 1 && pivot > keys[start + left]);
                do
                    right--;
                while (right > 0 && pivot < keys[start + right]);
                if (left >= right)
                    break;
                Swap(start + left, start + right);
            }

            if (left != last - 1)
                Swap(start + left, start + last - 1);
            return left;
        }

        private void SortHeap(int start, int length)
        {
            for (int i = length >> 1; i >= 1; i--)
                Sink(start, i, length);
            for (int i = length; i > 1; i--)
            {
                Swap(start, start + i - 1);
                Sink(start, 1, i - 1);
            }
        }

        private void Sink(int start, int i, int length)
        {
            ulong key = keys[start + i - 1];
            T item = items[start + i - 1];
            while (i <= length >> 1)
            {
                int child = 2 * i;
                if (child < length && keys[start + child - 1] < keys[start + child])
                    child++;
                if (key >= keys[start + child - 1])
                    break;
                Move(start + child - 1, start + i - 1);
                i = child;
            }

            keys[start + i - 1] = key;
            items[start + i - 1] = item;
        }

        private void SwapIfGreater(int i, int j)
        {
            if (keys[i] > keys[j])
                Swap(i, j);
        }

        private void Swap(int i, int j)
        {
            (keys[i], keys[j]) = (keys[j], keys[i]);
            (items[i], items[j]) = (items[j], items[i]);
        }

        private void Move(int from, int to)
        {
            keys[to] = keys[from];
            items[to] = items[from];
        }
    }
}
