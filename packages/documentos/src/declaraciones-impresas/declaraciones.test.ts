import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMULARIO_2593 } from '@autogestion/normas/formularios/2593';
import { FORMULARIO_260 } from '@autogestion/normas/formularios/260';
import { FORMULARIO_490 } from '@autogestion/normas/formularios/490';
import { MUNICIPIOS, nombreCompleto } from '@autogestion/normas/geografia';
import { describe, expect, it } from 'vitest';
import { declarada, firmada, impresa, NUMERO_DECLARACION } from '../../pruebas/declaraciones.ts';
import { objetosDe, paginasDe, textoDe } from '../../pruebas/formulario.ts';
import { ejecutar } from '../../pruebas/herramientas.ts';
import { GLN_DEMOSTRACION } from '../codigos/index.ts';
import { renderizarDeclaracion } from './index.ts';

const pagina = (ruta: string, n: number) =>
  ejecutar('pdftotext', ['-raw', '-f', String(n), '-l', String(n), ruta, '-']).texto.replaceAll(/\s+/g, ' ');

const figuras = (ruta: string) => objetosDe(ruta).filter((objeto) => objeto['/S'] === '/Figure');

describe('declaración presentada', () => {
  it('dice de quién es, cuándo se presentó, cómo se firmó, y numera sus hojas', async () => {
    const { ruta } = await impresa({ ...declarada(), ...(await firmada()) });
    const texto = textoDe(ruta);
    for (const parte of [
      'Declaración de renta de personas naturales residentes 210',
      'no es un documento de la DIAN',
      `4. Número de formulario ${NUMERO_DECLARACION}`,
      '5. Número de Identificación Tributaria (NIT) 900123456 6. DV 8',
      '7. Primer apellido RODRÍGUEZ 8. Segundo apellido GUTIÉRREZ 9. Primer nombre MARÍA',
      'Presentada El 10 de agosto de 2026, 10:32 a. m. Radicado 2026-000123.',
      'FIRMA ELECTRÓNICA Firmado por RODRÍGUEZ GUTIÉRREZ MARÍA FERNANDA Cuándo 10 de agosto de 2026',
      `Huella (SHA-256) ${'a3f5'.repeat(16)}`,
    ]) {
      expect(texto).toContain(parte);
    }
    expect(texto).not.toContain('BORRADOR');
    const total = paginasDe(ruta);
    for (let n = 1; n <= total; n++) expect(pagina(ruta, n)).toContain(`Hoja ${n} de ${total}`);
    expect(pagina(ruta, 2)).toContain(
      `Declaración 210 n.º ${NUMERO_DECLARACION}, presentada: NIT 900.123.456-8`,
    );
  });

  it('lo que se calcula y da cero dice 0; lo que nadie escribió queda vacío', async () => {
    const { ruta } = await impresa({ ...declarada(), ...(await firmada()) });
    const texto = textoDe(ruta);
    expect(texto).toContain('Ingresos brutos de las rentas de trabajo 32 98.765.000 Ingresos no');
    expect(texto).toContain('Renta líquida de las rentas de trabajo con costos 46 0 Aportes');
    expect(texto).toContain('Deudas 30 Total patrimonio líquido 31 350.000.000');
  });

  it('las casillas se leen en su orden, bajando por cada columna', async () => {
    const { ruta } = await impresa({ ...declarada(), ...(await firmada()) });
    const leidas = [...ejecutar('pdfinfo', ['-struct-text', ruta]).texto.matchAll(/TD "Casilla (\d+)"/g)];
    const deTrabajo = leidas.map(([, casilla]) => Number(casilla)).filter((n) => n >= 28 && n <= 141);
    expect(deTrabajo).toEqual(Array.from({ length: 114 }, (_, i) => 28 + i));
  });

  it('zbarimg lee el número en el código de barras, y el QR', async () => {
    const pedido = { ...declarada(), ...(await firmada()) };
    const { ruta, carpeta } = await impresa(pedido);
    ejecutar('pdftoppm', ['-r', '150', '-gray', '-png', '-l', '1', ruta, join(carpeta.ruta, 'hoja')]);
    const leido = ejecutar('zbarimg', ['-q', join(carpeta.ruta, 'hoja-1.png')]).texto.split('\n');
    expect(leido).toContain(`QR-Code:${pedido.qr}`);
    expect(leido).toContain(`CODE-128:415${GLN_DEMOSTRACION}8020${NUMERO_DECLARACION}`);
  });

  it('lleva adentro sus valores y los archivos que prueban la firma, etiquetada y como PDF/A-3a', async () => {
    const bytes = Buffer.from('{"acto":1}', 'utf8');
    const adjuntos = [{ nombre: 'acto.json', tipo: 'application/json', descripcion: 'El acto', bytes }];
    const { ruta, carpeta } = await impresa({ ...declarada(), ...(await firmada()), adjuntos });
    ejecutar('pdfdetach', ['-saveall', '-o', carpeta.ruta, ruta]);
    expect(readFileSync(join(carpeta.ruta, 'acto.json'), 'utf8')).toBe('{"acto":1}');
    const datos = JSON.parse(readFileSync(join(carpeta.ruta, 'declaracion-210.json'), 'utf8')) as object;
    expect(datos).toMatchObject({
      formulario: '210',
      estado: 'presentada',
      numero: NUMERO_DECLARACION,
      casillas: { '1': '2025', '32': 98_765_000, '46': 0 },
    });
    expect(datos).not.toHaveProperty(['casillas', '30']);
    expect(ejecutar('pdfinfo', [ruta]).texto).toMatch(/^Tagged: +yes$/m);
    expect(ejecutar('pdfinfo', ['-meta', ruta]).texto).toContain(
      '<pdfaid:conformance>A</pdfaid:conformance>',
    );
    expect(ejecutar('qpdf', ['--check', ruta])).toMatchObject({ codigo: 0 });
  });
});

describe('declaración que aún no vale, o que ya no', () => {
  it('un borrador lo dice en cada hoja, y no tiene número, código de barras, QR ni sello', async () => {
    const { ruta } = await impresa({ ...declarada(), estado: 'borrador' });
    const total = paginasDe(ruta);
    expect(total).toBeGreaterThan(1);
    for (let n = 1; n <= total; n++) expect(pagina(ruta, n)).toContain('BORRADOR, SIN VALIDEZ.');
    expect(figuras(ruta)).toEqual([]);
    const texto = textoDe(ruta);
    expect(texto).not.toMatch(/Sellado|Escanee|\(415\)|n\.º/);
    expect(texto).toContain('Borrador, sin firma ni sello: no prueba que se haya declarado.');
  });

  it('la SIMPLE sin pagar está pendiente de pago (ET 910 par. 2); la de renta se presenta sin pagar', async () => {
    const pendiente = { ...(await firmada()), estado: 'pendiente-de-pago' as const };
    const { ruta } = await impresa({ ...declarada(FORMULARIO_260, {}), ...pendiente });
    expect(pagina(ruta, 1)).toContain('Pendiente de pago Se firmó el 10 de agosto de 2026');
    expect(pagina(ruta, 1)).toContain('No se da por presentada mientras no se pague todo');
    const recibo = await impresa({ ...declarada(FORMULARIO_2593, {}), ...pendiente });
    expect(pagina(recibo.ruta, 1)).toContain('Se da por presentado cuando se paga con el recibo 490.');
    await expect(renderizarDeclaracion({ ...declarada(), ...pendiente })).rejects.toThrow(
      'se presenta sin pagar',
    );
  });

  it('la que otra corrigió dice cuál vale', async () => {
    const { ruta } = await impresa({
      ...declarada(),
      ...(await firmada()),
      estado: 'reemplazada',
      reemplazadaPor: '210000000099',
    });
    expect(pagina(ruta, 1)).toContain(
      'REEMPLAZADA por la n.º 210000000099: lo que vale es lo que dice la última.',
    );
    expect(pagina(ruta, 2)).toContain(`n.º ${NUMERO_DECLARACION}, reemplazada:`);
  });
});

describe('anexos de una declaración', () => {
  it('diez dividendos, cada uno con su tarifa y su impuesto', async () => {
    const dividendos = Array.from({ length: 10 }, (_, i) => ({ base: (i + 1) * 1_000_000, tarifa: '0.2' }));
    const cruda = { casillas: { '1': '2025', '108': 90_000_000 }, anexos: { dividendos } };
    const { ruta } = await impresa({ ...declarada(undefined, cruda), ...(await firmada()) });
    const texto = textoDe(ruta);
    expect(texto).toContain('anexo: dividendos con tarifa distinta de la general');
    expect(texto).toContain('DIVIDENDO 10 DE 10 Dividendo 10.000.000 Tarifa 20 % Impuesto 2.000.000');
  });

  it('sesenta municipios siguen en otras hojas: no falta ninguno, y ninguno queda partido', async () => {
    const suyos = MUNICIPIOS.slice(0, 60);
    const municipios = suyos.map(({ codigo }, i) => ({
      codigo,
      grupo: '3 (sic)',
      ciiu: '6910',
      ingresos: 1_000_000 * (i + 1),
      tarifaPorMil: 9.66,
    }));
    const { ruta } = await impresa({
      ...declarada(FORMULARIO_260, { anexos: { municipios } }),
      ...(await firmada()),
    });
    const paginas = Array.from({ length: paginasDe(ruta) }, (_, i) => pagina(ruta, i + 1));
    expect(paginas.length).toBeGreaterThan(6);
    suyos.forEach((m, i) => {
      const titulo = `MUNICIPIO ${i + 1} DE 60: ${nombreCompleto(m).toLocaleUpperCase('es')}`;
      const suya = paginas.filter((texto) => texto.includes(titulo));
      expect(suya).toHaveLength(1);
      const bloque = suya[0]?.slice(suya[0].indexOf(titulo)) ?? '';
      expect(bloque).toMatch(
        /^.*? Grupo de actividad 3 \(sic\) Actividad \(CIIU\) 6910 Tarifa consolidada por mil 9,66 por mil .*?ICA a favor 0/,
      );
    });
  });

  it('lo que difiere de lo que otros reportaron va al final, con su razón', async () => {
    const diferencia = {
      que: 'Salarios que reportó ACME S. A. S.',
      reportado: 100_000_000n,
      declarado: 98_765_000n,
      razon: 'Reportó los viáticos. '.repeat(60).trim(),
    };
    const anexoDiferencias = [diferencia, { ...diferencia, declarado: 'No lo declaro' }];
    const { ruta } = await impresa({ ...declarada(), ...(await firmada()), anexoDiferencias });
    const ultima = pagina(ruta, paginasDe(ruta));
    expect(ultima).toContain('Diferencias con lo que otros reportaron, y por qué.');
    expect(ultima).toContain(
      'DIFERENCIA 1 DE 2 Qué Salarios que reportó ACME S. A. S. Lo que otro reportó 100.000.000 Lo que usted declara 98.765.000',
    );
    expect(ultima).toContain('Lo que usted declara No lo declaro');
    expect(ultima.split(`Por qué ${diferencia.razon}`)).toHaveLength(3);
  });
});

it('un formulario que no es una declaración no se imprime como si lo fuera', async () => {
  const pedido = { ...declarada(), formulario: FORMULARIO_490, estado: 'borrador' as const };
  await expect(renderizarDeclaracion(pedido)).rejects.toThrow('El formulario 490 no tiene cómo imprimirse.');
});
