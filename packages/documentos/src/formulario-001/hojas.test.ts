import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documento, objetosDe, paginasDe, textoDe } from '../../pruebas/formulario.ts';
import { Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { pedidoDePrueba } from '../../pruebas/muestras.ts';
import type { BloqueImpreso } from '../formulario-impreso/index.ts';
import { renderizarFormulario001 } from './index.ts';

/** A block with as many boxes as its sheet has. */
function bloque(hoja: string, nombre: string, [desde, hasta]: [number, number], valor = 'dato') {
  const casillas = Array.from({ length: hasta - desde + 1 }, (_, i) => ({
    numero: String(desde + i),
    nombre: `Nombre de la ${desde + i}`,
    seccion: `Hoja ${hoja}. ${nombre}`,
    valor: `${valor} ${desde + i}`,
  }));
  return { hoja, nombre, casillas } satisfies BloqueImpreso;
}
const socio = (n: number) => bloque('4', `Socio o miembro: FICTICIO ${n}`, [111, 123], `socio${n}`);

const HOJAS = [
  bloque('2', 'Constitución', [71, 81]),
  bloque('3', 'Representante: ROJAS MARCELA', [98, 107]),
  socio(1),
  bloque('5', 'Contador: PEÑA LUIS', [148, 159]),
  bloque('6', 'Establecimiento: La Esquina', [160, 169]),
];

/** Text of one page in one line. */
const pagina = (ruta: string, n: number) =>
  ejecutar('pdftotext', ['-raw', '-f', String(n), '-l', String(n), ruta, '-']).texto.replaceAll(/\s+/g, ' ');

describe('las hojas después de la primera', () => {
  it('cada una empieza una página, con todas sus casillas', async () => {
    const { ruta } = await documento({ hojas: HOJAS });
    expect(paginasDe(ruta)).toBe(6);
    HOJAS.forEach(({ hoja, nombre, casillas }, i) => {
      const texto = pagina(ruta, i + 2);
      expect(texto).toContain(`Hoja ${hoja} del RUT`);
      expect(texto).toContain(nombre.toLocaleUpperCase('es'));
      for (const c of casillas) expect(texto).toContain(`${c.numero}. ${c.nombre} ${c.valor}`);
      expect(texto).toContain(`Página ${i + 2} de 6`);
    });
  });

  it('la que prueba es la primera: lo dicen todas, y solo ella lleva la leyenda (DUR 1.6.1.2.21)', async () => {
    const { ruta, pedido } = await documento({ hojas: HOJAS, estado: 'Registro suspendido' });
    expect(pagina(ruta, 1)).toContain('Hoja 1, principal: la que prueba la inscripción (DUR 1.6.1.2.21).');
    expect(pagina(ruta, 1)).toContain(pedido.leyenda);
    for (const n of [2, 3, 4, 5, 6]) {
      const texto = pagina(ruta, n);
      expect(texto).toContain('La inscripción la prueba la primera hoja, con su leyenda (DUR 1.6.1.2.21).');
      expect(texto).toContain('del RUT con NIT 900123456-8, versión 1. Registro suspendido.');
      expect(texto).not.toContain(pedido.leyenda);
    }
  });

  it('sin otras hojas el documento es la primera', async () => {
    const { ruta } = await documento({ hojas: [] });
    expect(paginasDe(ruta)).toBe(1);
    expect(textoDe(ruta)).toContain('Página 1 de 1');
  });

  it('sesenta socios siguen en otras páginas: no falta ninguno, y ninguno queda partido', async () => {
    const { ruta } = await documento({ hojas: Array.from({ length: 60 }, (_, i) => socio(i)) });
    const total = paginasDe(ruta);
    expect(total).toBeGreaterThan(8);
    const paginas = Array.from({ length: total }, (_, i) => pagina(ruta, i + 1));
    for (let n = 0; n < 60; n++) {
      const suyas = paginas.filter((texto) => texto.includes(`socio${n} 111`));
      expect(suyas).toHaveLength(1);
      expect(suyas[0]).toContain(`FICTICIO ${n} `);
      expect(suyas[0]).toContain(`123. Nombre de la 123 socio${n} 123`);
    }
    expect(paginas.join(' ')).not.toContain('CONTINUACIÓN');
  });

  it('un nombre que no cabe en su título está entero en su casilla', async () => {
    const razon = 'ASOCIACIÓN FICTICIA DE PRODUCTORES Y COMERCIALIZADORES DEL ALTIPLANO '.repeat(2).trim();
    const largo = bloque('4', `Socio o miembro: ${razon}`, [111, 123]);
    const casillas = largo.casillas.map((c) => (c.numero === '119' ? { ...c, valor: razon } : c));
    const { ruta } = await documento({ hojas: [{ ...largo, casillas }] });
    expect(pagina(ruta, 2)).toContain(`119. Nombre de la 119 ${razon}`);
    expect(pagina(ruta, 2)).toContain('…');
  });

  it('van etiquetadas como la primera: un título y una tabla por persona, cada casilla con su encabezado', async () => {
    const { ruta, pedido } = await documento({ hojas: HOJAS });
    const objetos = objetosDe(ruta);
    const de = (tipo: string) => objetos.filter((objeto) => objeto['/S'] === tipo);
    const casillas = [...pedido.casillas, ...HOJAS.flatMap((h) => h.casillas)];
    expect(de('/H1')).toHaveLength(1);
    expect(de('/H2')).toHaveLength(4 + HOJAS.length);
    expect(de('/TH')).toHaveLength(casillas.length);
    expect(de('/TD')).toHaveLength(casillas.length);
    expect(de('/Figure')).toHaveLength(2);
    const leido = ejecutar('pdfinfo', ['-struct-text', ruta]).texto.replaceAll(/\s+/g, ' ');
    expect(leido).toContain('"Hoja 3 del RUT con NIT 900123456-8, versión 1. Registro activo."');
    expect(leido).toContain('Sect "Representante: ROJAS MARCELA"');
    expect(leido).toMatch(/"98\. Nombre de la 98" TD "Casilla 98" "dato 98"/);
  });

  it('cualquier nombre y valor se imprimen en un PDF bien formado', async () => {
    const carpeta = new Carpeta();
    const texto = fc.string({ maxLength: 300, unit: 'grapheme' });
    await fc.assert(
      fc.asyncProperty(texto, texto, async (nombre, valor) => {
        const pedido = await pedidoDePrueba({ hojas: [bloque('6', nombre, [160, 169], valor)] });
        const ruta = carpeta.guardar('f001.pdf', await renderizarFormulario001(pedido));
        expect(ejecutar('qpdf', ['--check', ruta])).toMatchObject({ codigo: 0 });
      }),
      { numRuns: 15 },
    );
  });
});
