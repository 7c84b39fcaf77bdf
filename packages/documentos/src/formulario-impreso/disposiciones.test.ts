import { describe, expect, it } from 'vitest';
import { FORMAS, type FormaConDefinicion } from '../../pruebas/definiciones.ts';
import { palabrasDe } from '../../pruebas/formulario.ts';
import { Carpeta } from '../../pruebas/herramientas.ts';
import { NUMERO_FORMULARIO, pedidoDePrueba } from '../../pruebas/muestras.ts';
import { crearDocumento } from '../pdf/documento.ts';
import { IZQUIERDA } from '../pdf/estilo.ts';
import { esArea } from './disposicion.ts';
import { COLUMNAS, casillasDeFilas, renderizarFormulario, seccionesDe, type PedidoImpreso } from './index.ts';
import { planear } from './plan.ts';
import type { ClaseImpresa } from './tipos.ts';

const EN_UN_RENGLON: readonly ClaseImpresa[] = ['cifra', 'renglon', 'total'];
/** An amount, a count, a rate or a mark, as wide as they are here; a name may have a year in it. */
const ES_CIFRA = /^\d{1,3}(\.\d{3})+$|^\d{15}$|^\d+,\d+$|^X$/;

const CASOS = FORMAS.map((forma) => ({ codigo: forma.disposicion.codigo, forma }));

const todas = ({ casillas, bloques }: FormaConDefinicion) => [
  ...casillas,
  ...bloques.flatMap((b) => b.casillas),
];

async function pedidoDe({ casillas, bloques, textos }: FormaConDefinicion): Promise<PedidoImpreso> {
  const { generadoEn, codigoBarras, codigo, qr } = await pedidoDePrueba();
  const comun = { generadoEn, codigoBarras, codigo, qr, datos: {}, demostracion: true };
  return { ...comun, numero: NUMERO_FORMULARIO, casillas, bloques, textos };
}

describe.each(CASOS)('disposición del formulario $codigo', ({ forma }) => {
  const { disposicion } = forma;
  const dispuestas = seccionesDe(disposicion).flatMap(({ filas }) => casillasDeFilas(filas));
  const claves = dispuestas.map(([clave]) => clave);

  it('toda casilla de la definición está en la disposición, o en la lista de las que no se imprimen', () => {
    const definidas = new Set(todas(forma).map(({ numero }) => numero));
    const omitidas = Object.keys(disposicion.sinImprimir);
    expect([...claves, ...omitidas].sort()).toEqual([...definidas].sort());
  });

  it('cada casilla está en la hoja y la sección que dice la definición', () => {
    const esperadas = [
      ...forma.casillas.map(({ numero, seccion }) => ({ hoja: disposicion.hojas[0].clave, numero, seccion })),
      ...forma.bloques.flatMap(({ hoja, casillas }) => casillas.map(({ numero }) => ({ hoja, numero }))),
    ];
    const secciones = seccionesDe(disposicion);
    for (const { numero, ...donde } of esperadas) {
      const suya = secciones.find(({ filas }) => casillasDeFilas(filas).some(([clave]) => clave === numero));
      expect(suya, `la casilla ${numero}`).toMatchObject(
        'seccion' in donde
          ? { hoja: donde.hoja, nombre: donde.seccion }
          : { hoja: donde.hoja, repetida: true },
      );
    }
  });

  it('el ancho de cada fila es el de la hoja', () => {
    for (const { filas } of seccionesDe(disposicion)) {
      for (const fila of filas) {
        const ancho = fila.reduce((suma, pieza) => suma + (esArea(pieza) ? pieza.ancho : pieza[1]), 0);
        expect(ancho, JSON.stringify(fila)).toBeCloseTo(COLUMNAS);
      }
    }
  });

  it('el valor más ancho que admite cada casilla cabe entero en su recuadro', async () => {
    const pedido = await pedidoDe(forma);
    const ruta = new Carpeta().guardar('forma.pdf', await renderizarFormulario(disposicion, pedido));
    const palabras = palabrasDe(ruta);
    const porImprimir = todas(forma);
    for (const { pagina, clave, caja } of recuadrosDe(forma, pedido)) {
      const dentro = palabras.filter((p) => p.pagina === pagina && contiene(caja, p.caja));
      const leido = dentro.map(({ texto }) => texto).join('');
      const valores = porImprimir.filter(({ numero }) => numero === clave);
      expect(
        valores.some(({ valor }) => valor.split('\n').every((v) => leido.includes(v.replaceAll(/\s/g, '')))),
        `casilla ${clave}, página ${pagina + 1}: ${leido}`,
      ).toBe(true);
    }
  });

  it('una cifra va en un solo renglón, a la derecha', async () => {
    const pedido = await pedidoDe(forma);
    const ruta = new Carpeta().guardar('forma.pdf', await renderizarFormulario(disposicion, pedido));
    const cifras = new Set(
      dispuestas.filter(([, , clase]) => clase && EN_UN_RENGLON.includes(clase)).map(([clave]) => clave),
    );
    const recuadros = recuadrosDe(forma, pedido).filter(({ clave }) => cifras.has(clave));
    const palabras = palabrasDe(ruta);
    for (const { pagina, caja } of recuadros) {
      const dentro = palabras.filter((p) => p.pagina === pagina && contiene(caja, p.caja));
      const numeros = dentro.filter(({ texto }) => ES_CIFRA.test(texto));
      const hasta = dentro.filter((p) => numeros.includes(p) || p.texto === '%').map((p) => p.caja[2]);
      expect(numeros).toHaveLength(1);
      expect(caja[2] - Math.max(...hasta)).toBeLessThan(8);
    }
  });
});

/** Where each box of a request is drawn. */
function recuadrosDe({ disposicion }: FormaConDefinicion, pedido: PedidoImpreso) {
  const documento = crearDocumento({ titulo: '', asunto: '', autor: '', creadoEn: pedido.generadoEn });
  documento.addPage();
  return planear(documento, disposicion, pedido).flatMap(({ encabezado = [], bloques }, pagina) =>
    [...encabezado, ...bloques.flatMap(({ filas }) => filas)].flatMap(({ piezas, y, alto }) => {
      let x = IZQUIERDA;
      return piezas.flatMap(({ clave, ancho, enTabla }) => {
        const caja: Caja = [x, y, x + ancho, y + alto];
        x += ancho;
        return enTabla ? [{ pagina, clave, caja }] : [];
      });
    }),
  );
}

type Caja = [izquierda: number, arriba: number, derecha: number, abajo: number];

/** With a point to spare: a word is as tall as its line, which is more than its letters. */
function contiene(fuera: Caja, dentro: Caja): boolean {
  return (
    dentro[0] >= fuera[0] && dentro[1] >= fuera[1] - 1 && dentro[2] <= fuera[2] && dentro[3] <= fuera[3] + 1
  );
}
