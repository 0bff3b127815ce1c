import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { Actor } from '#modules/parties'
import { wordsIn } from '#platform/words'
import type { Coverage } from '../finding.ts'

type Member = Coverage['groups'][number]['members'][number]
type Shapes = Parameters<typeof feature>[0]
type Shape = Extract<Shapes['objects'][string], { readonly type: 'GeometryCollection' }>
type Atlas = Shapes & { readonly objects: { readonly land: Shape; readonly countries: Shape } }

const width = 960
const height = 474
const speak = wordsIn(new URL('./messages/', import.meta.url))

/** Equal areas: no continent is drawn larger than it is. Turned so that the edge runs through the Bering Strait. */
const projection = geoEqualEarth()
  .rotate([-11, 0])
  .fitExtent(
    [
      [4, 4],
      [width - 4, height - 4],
    ],
    { type: 'Sphere' },
  )

/** A State the map of 1:50 million leaves out, by M49 code: longitude and latitude of its capital. */
const besides: Readonly<Record<string, readonly [number, number]>> = { '798': [179.19, -8.52] }

interface Ground {
  readonly land: string
  /** Where States lie on the picture, by M49 code. */
  readonly places: ReadonlyMap<string, readonly [number, number]>
}

let ground: Promise<Ground> | null = null

/** Land without any boundary, and the middle of the largest piece of each State; read once, when first asked for. */
async function groundOf(): Promise<Ground> {
  const [low, middle] = await Promise.all([
    import('world-atlas/land-110m.json', { with: { type: 'json' } }),
    import('world-atlas/countries-50m.json', { with: { type: 'json' } }),
  ])
  const [coarse, fine] = [low.default as unknown as Atlas, middle.default as unknown as Atlas]
  const land = geoPath(projection).digits(1)(feature(coarse, coarse.objects.land)) ?? ''
  const places = new Map<string, readonly [number, number]>()
  const put = (code: string, at: readonly [number, number]) => {
    const [x, y] = projection([...at]) ?? []
    if (x !== undefined && y !== undefined) places.set(code, [x, y])
  }
  for (const { id, geometry } of feature(fine, fine.objects.countries).features) {
    if (id === undefined) continue
    if (geometry.type === 'Polygon') put(String(id), geoCentroid(geometry))
    if (geometry.type !== 'MultiPolygon') continue
    const pieces = geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
    const largest = pieces.toSorted((a, b) => geoArea(b) - geoArea(a))[0]
    if (largest) put(String(id), geoCentroid(largest))
  }
  for (const [code, at] of Object.entries(besides)) put(code, at)
  return { land, places }
}

/** `&`, `<`, `>` and quotes as XML writes them. */
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * Which States were asked and from which something stands, as a picture. One mark of one size for each State, on land
 * without boundaries: a small State is seen as well as a large one, and no line is drawn anybody could dispute. Marks
 * differ in shape before they differ in colour, and no colour praises or blames.
 */
export async function drawCoverage(
  coverage: Coverage,
  actorOf: (id: string) => Actor | null,
  language: string,
): Promise<string> {
  ground ??= groundOf()
  const { land, places } = await ground
  const say = speak(language)
  const marks = coverage.groups.flatMap(({ members }) =>
    members.flatMap((member) => {
      const code = member.actor === null ? null : actorOf(member.actor)?.codes?.m49
      const at = code ? places.get(code) : undefined
      return at ? [markOf(member, at, say(`coverage.state.${member.state}`))] : []
    }),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" xml:lang="${say.language}">`,
    `<title>${escaped(say('coverage.map', { call: '' }).trim())}</title>`,
    `<desc>${escaped(say('coverage.boundaries'))}</desc>`,
    `<path fill="#e6e7e2" d="${land}"/>`,
    ...marks,
    '</svg>\n',
  ].join('\n')
}

function markOf({ name, state }: Member, [x, y]: readonly [number, number], inWords: string): string {
  const at = `cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="5.5" stroke-width="1.5"`
  const told = `<title>${escaped(`${name}: ${inWords}`)}</title>`
  switch (state) {
    case 'submitted':
    case 'late':
      return `<circle ${at} fill="#00618c" stroke="#fff">${told}</circle>`
    case 'withdrawn':
      return `<g>${told}<circle ${at} fill="#fff" stroke="#4b565d"/><path stroke="#4b565d" stroke-width="1.5" d="M${(x - 5).toFixed(1)} ${y.toFixed(1)}h10"/></g>`
    case 'no_information':
      return `<circle ${at} fill="#fff" stroke="#4b565d">${told}</circle>`
  }
}
