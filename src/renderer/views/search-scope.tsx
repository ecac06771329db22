import type { SearchPart } from '../../core/search/parts';
import { useStore } from '../store';
import { Chips } from '../ui/chips';
import { ask } from './search-run';
import { useSearch } from './search-store';

/** Where in the articles to look: everywhere, or only in some parts of them. */
export function SearchScope() {
  const { parts } = useSearch();
  const codebook = useStore((state) => state.project!.codebook);
  const layers = codebook.layers.filter(({ on, id }) => on || parts.includes(`layer:${id}`));
  const options: { value: SearchPart | 'all'; label: string; description?: string }[] = [
    { value: 'all', label: 'everywhere' },
    { value: 'headline', label: 'headline' },
    { value: 'body', label: 'body', description: 'Without headline, standfirst and byline' },
    ...layers.map(({ id, label }) => ({
      value: `layer:${id}` as const,
      label: label.toLowerCase(),
      description: `Only in what is tagged as ${label.toLowerCase()}`,
    })),
  ];
  const press = (part: SearchPart | 'all') => {
    if (part === 'all') return ask({ parts: [] });
    ask({ parts: parts.includes(part) ? parts.filter((other) => other !== part) : [...parts, part] });
  };
  return (
    <div className="search-scope">
      <span aria-hidden="true">In</span>
      <Chips label="Where" options={options} chosen={parts.length === 0 ? ['all'] : parts} onPress={press} />
    </div>
  );
}
