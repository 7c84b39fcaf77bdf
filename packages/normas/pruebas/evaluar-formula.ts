import type { Explicacion } from '../src/explicacion/index.ts';

/**
 * Reads a formula as a person would, `mín(5 % × 4 × 8.000.000; 8.000.000) = 1.600.000`, and says both
 * sides. Undefined when it states no result.
 *
 * @throws SyntaxError for what is no formula.
 */
export function evaluarFormula(
  formula: string,
): { izquierda: number; signo: string; derecha: number } | undefined {
  const partes = /^(.*) ([=≈]) ([−0-9.,]+)$/.exec(formula);
  if (!partes) return undefined;
  const [, expresion = '', signo = '', derecha = ''] = partes;
  const fichas = expresion.match(/−?[0-9.]+(?:,[0-9]+)?(?: %)?|mín|máx|[()×+−;/]/g) ?? [];
  const lector = new Lector(fichas);
  const izquierda = lector.suma();
  if (!lector.terminado) throw new SyntaxError(`Sobra algo en ${formula}`);
  return { izquierda, signo, derecha: numero(derecha) };
}

/** Every node of a tree, the root first. */
export function nodos(e: Explicacion): Explicacion[] {
  return [e, ...e.partes.flatMap(nodos)];
}

class Lector {
  private sitio = 0;
  private readonly fichas: readonly string[];
  constructor(fichas: readonly string[]) {
    this.fichas = fichas;
  }

  get terminado(): boolean {
    return this.sitio === this.fichas.length;
  }

  suma(): number {
    let total = this.producto();
    for (;;) {
      if (this.come('+')) total += this.producto();
      else if (this.come('−')) total -= this.producto();
      else return total;
    }
  }

  private producto(): number {
    let total = this.factor();
    for (;;) {
      if (this.come('×')) total *= this.factor();
      else if (this.come('/')) total /= this.factor();
      else return total;
    }
  }

  private factor(): number {
    const ficha = this.fichas[this.sitio++] ?? '';
    if (ficha === '(') return this.cierra(this.suma());
    if (ficha === 'mín' || ficha === 'máx') {
      this.exige('(');
      const valores = [this.suma()];
      while (this.come(';')) valores.push(this.suma());
      return this.cierra(ficha === 'mín' ? Math.min(...valores) : Math.max(...valores));
    }
    return numero(ficha);
  }

  private cierra(valor: number): number {
    this.exige(')');
    return valor;
  }

  private exige(ficha: string): void {
    if (!this.come(ficha)) throw new SyntaxError(`Falta «${ficha}»`);
  }

  private come(ficha: string): boolean {
    if (this.fichas[this.sitio] !== ficha) return false;
    this.sitio++;
    return true;
  }
}

function numero(texto: string): number {
  const valor = Number(texto.replace(/ %$/, '').replaceAll('.', '').replace(',', '.').replace('−', '-'));
  if (texto === '' || Number.isNaN(valor)) throw new SyntaxError(`«${texto}» no es un número`);
  return texto.endsWith('%') ? valor / 100 : valor;
}
