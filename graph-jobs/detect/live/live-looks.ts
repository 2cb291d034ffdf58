import type { CoActionEdges } from '#domain/detection.js';
import { EdgeList } from './edge-list.js';
import type { EdgeTable } from './edge-table.js';

/** Edges of a weight that is asked for, in no order that means anything. */
export interface LiveLook {
  readonly aboveCount: number;
  /** All of them, gathered for whoever asks, as long as the network does not change. */
  above(): CoActionEdges;
  /** Those that did not have it at the last look. */
  readonly risen: CoActionEdges;
}

type Visitor = (from: number, to: number, weight: number, told: boolean) => void;

/**
 * Looks at a network for one weight again and again. Between two looks the table notes which edges crossed the weight, and
 * only at these is looked: all edges are walked at the first look, for another weight, where there are crowds (their pairs
 * are counted when somebody looks, and cross nothing), and when as many crossed as there are edges.
 */
export class LiveLooks {
  #minWeight: number | null = null;
  #shown: CoActionEdges = new EdgeList().edges();

  constructor(private readonly edges: EdgeTable) {}

  /** `visit` walks all edges with all that they weigh. */
  look(minWeight: number, crowded: boolean, visit: (each: Visitor) => void): LiveLook {
    const crossed = crowded || minWeight !== this.#minWeight ? null : this.edges.crossings();
    const look = crossed === null ? this.#throughAll(minWeight, visit) : this.#throughSome(minWeight, crossed);
    this.#minWeight = crowded ? null : minWeight;
    this.edges.noteCrossings(minWeight);
    return look;
  }

  /** Takes an edge for one that has been shown. */
  tell(one: number, other: number): void {
    this.edges.setTold(one, other, true);
    this.#minWeight = null;
  }

  #throughAll(minWeight: number, visit: (each: Visitor) => void): LiveLook {
    const [above, risen, fallen] = [new EdgeList(), new EdgeList(), new EdgeList()];
    visit((from, to, weight, told) => {
      if (weight >= minWeight) above.push(from, to, weight);
      if (weight >= minWeight !== told) (told ? fallen : risen).push(from, to, weight);
    });
    const look = { shown: above.edges(), risen: risen.edges() };
    this.#setTold(fallen.edges(), false);
    this.#setTold(look.risen, true);
    this.#shown = look.shown;
    return { aboveCount: look.shown.length, above: () => look.shown, risen: look.risen };
  }

  /** An edge may stand among those that crossed several times: the first time settles it. */
  #throughSome(minWeight: number, crossed: readonly number[]): LiveLook {
    const risen = new EdgeList();
    let fallen = 0;
    for (let i = 0; i < crossed.length; i += 2) {
      const [from, to] = [crossed[i]!, crossed[i + 1]!];
      const { weight, told } = this.edges.stateOf(from, to);
      if (weight >= minWeight === told) continue;
      this.edges.setTold(from, to, !told);
      if (told) fallen += 1;
      else risen.push(from, to, weight);
    }
    const look = risen.edges();
    if (fallen + look.length > 0) this.#shown = this.#stillShown(look);
    return { aboveCount: this.#shown.length, above: () => this.#weighed(), risen: look };
  }

  /** Those that were shown and have not fallen, and those that rose, which were not. */
  #stillShown(risen: CoActionEdges): CoActionEdges {
    const shown = new EdgeList();
    for (const { length, from, to } of [this.#shown, risen])
      for (let i = 0; i < length; i++) {
        const { weight, told } = this.edges.stateOf(from[i]!, to[i]!);
        if (told) shown.push(from[i]!, to[i]!, weight);
      }
    return shown.edges();
  }

  /** Those shown, with what they weigh now. */
  #weighed(): CoActionEdges {
    const { length, from, to } = this.#shown;
    return { length, from, to, weight: from.map((one, i) => this.edges.stateOf(one, to[i]!).weight) };
  }

  #setTold({ length, from, to }: CoActionEdges, told: boolean): void {
    for (let i = 0; i < length; i++) this.edges.setTold(from[i]!, to[i]!, told);
  }
}
