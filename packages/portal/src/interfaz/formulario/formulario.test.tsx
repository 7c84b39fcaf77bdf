import { FORMULARIO_210 } from '@autogestion/normas/formularios/210';
import { FORMULARIO_490 } from '@autogestion/normas/formularios/490';
import { casillasDe, planDe, type Formulario } from '@autogestion/normas/formularios/motor';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Valores } from '../campos.ts';
import { campoDeCasilla, erroresParaResumen, revisarFormulario, SeccionDeFormulario } from './index.ts';

function html(formulario: Formulario, valores: Valores = {}, conocidas: Record<string, string> = {}): string {
  const revisado = revisarFormulario(planDe(formulario, 2025), valores, conocidas);
  return formulario.secciones
    .map((seccion) => renderToString(<SeccionDeFormulario seccion={seccion} revisado={revisado} />))
    .join('');
}

/** The markup of one box. */
function grupo(pagina: string, clave: string): string {
  const grupos = pagina.split('<div class="govuk-form-group');
  const suyo = grupos.find((uno) => uno.includes(`id="campo-${campoDeCasilla(clave)}"`));
  if (!suyo) throw new Error(`No se dibujó la casilla ${clave}`);
  return suyo.replaceAll('\u00a0', ' ');
}

const TRABAJO = { 'casilla-32': '92.400.000', 'casilla-33': '7.392.000' };

describe.each([FORMULARIO_490, FORMULARIO_210])('secciones del formulario $codigo', (formulario) => {
  const pagina = html(formulario);

  it('dibuja todas las casillas de la definición, con su nombre y su ayuda', () => {
    for (const { clave, nombre, ayuda } of casillasDe(formulario)) {
      const suyo = grupo(pagina, clave);
      expect(suyo).toContain(nombre);
      if (ayuda) expect(suyo).toContain(ayuda.replaceAll('"', '&quot;'));
    }
  });

  it('se escribe en las que la persona llena, y solo en ellas', () => {
    for (const { clave, formula, origen } of casillasDe(formulario)) {
      expect(pagina.includes(`name="${campoDeCasilla(clave)}"`)).toBe(!formula && !origen);
    }
  });

  it('toda casilla que la página pide tiene ayuda: si falta, va en la definición', () => {
    expect(casillasDe(formulario).filter(({ ayuda }) => !ayuda)).toEqual([]);
  });
});

describe('una casilla', () => {
  it('dice su número, sus artículos y lo que se escribió, tal cual', () => {
    const suyo = grupo(html(FORMULARIO_210, { 'casilla-32': ' 92.400.000 <b>' }), '32');
    expect(suyo).toContain('<span class="govuk-visually-hidden">Casilla </span>32');
    expect(suyo).toContain('Estatuto Tributario, art. 103, 335');
    expect(suyo).toContain('value=" 92.400.000 &lt;b>"');
  });

  it('la que no tiene número se llama por su nombre', () => {
    expect(grupo(html(FORMULARIO_490), 'concepto')).not.toContain('numero-de-casilla');
  });

  it('la calculada muestra su valor y de dónde sale; sin datos, que se calculará', () => {
    expect(grupo(html(FORMULARIO_210), '34')).toContain('Se calcula cuando usted llene lo anterior.');
    const llena = grupo(html(FORMULARIO_210, TRABAJO), '34');
    expect(llena).toMatch(/<output[^>]*>\$ 85\.008\.000<\/output>/);
    expect(llena).toContain('De la casilla 32 ($ 92.400.000) se resta la casilla 33');
    expect(llena).not.toContain('Faltan datos');
    expect(grupo(html(FORMULARIO_210, { 'casilla-32': '1.000.000' }), '34')).toContain('Faltan datos');
  });

  it('la del RUT se muestra y no se pide, aunque alguien la envíe', () => {
    const suyo = grupo(html(FORMULARIO_490, { 'casilla-nit': '1' }, { nit: '900123456' }), 'nit');
    expect(suyo).toMatch(/<output[^>]*>900123456<\/output>/);
    expect(suyo).toContain('Sale de su RUT.');
  });

  it('el ancho del campo es el de lo que admite', () => {
    expect(grupo(html(FORMULARIO_490), 'anio')).toContain('govuk-input--width-4');
    expect(grupo(html(FORMULARIO_490), 'declaracion')).toContain('govuk-input--width-30');
  });
});

describe('lo que está mal', () => {
  it('la falta del motor va junto a su campo, y el resumen dice de qué casilla es', () => {
    const valores = { 'casilla-32': 'mil', 'casilla-24': 'x' };
    const revisado = revisarFormulario(planDe(FORMULARIO_210, 2025), valores);
    expect(revisado.errores).toEqual({
      'casilla-24': 'Se escribe solo con números.',
      'casilla-32': 'Escriba el valor solo con números, por ejemplo 1.234.567.',
    });
    expect(Object.keys(erroresParaResumen(revisado))).toEqual(['casilla-24', 'casilla-32']);
    expect(erroresParaResumen(revisado)['casilla-32']).toMatch(
      /^Casilla 32, Ingresos brutos .*: Escriba el valor/,
    );
    const suyo = grupo(html(FORMULARIO_210, valores), '32');
    expect(suyo).toContain('id="campo-casilla-32-error"');
    expect(suyo).toContain('aria-describedby="campo-casilla-32-ayuda campo-casilla-32-error"');
  });

  it('una regla que se rompe marca su casilla', () => {
    const { errores } = revisarFormulario(planDe(FORMULARIO_210, 2025), {
      ...TRABAJO,
      'casilla-38': '900.000.000',
    });
    expect(Object.values(errores).join(' ')).toMatch(/intereses/i);
  });

  it('lo que solo avisa no impide, y se dice en la ayuda', () => {
    const valores = { 'casilla-43': '10.000.000', 'casilla-45': '8.000.000' };
    const { errores, avisos } = revisarFormulario(planDe(FORMULARIO_210, 2025), valores);
    expect(errores).toEqual({});
    expect(Object.keys(avisos)).toEqual(['140']);
    expect(grupo(html(FORMULARIO_210, valores), '140')).toContain('<strong class="linea">Revise: ');
  });
});

describe('ida y vuelta', () => {
  it('lo que la página mostró, enviado otra vez, da las mismas cifras', () => {
    const valores = { ...TRABAJO, 'casilla-29': '$ 1 234 567', 'casilla-27': ['X'] };
    const pagina = html(FORMULARIO_210, valores);
    const enviados = [...pagina.matchAll(/<input[^>]*?name="([^"]+)"[^>]*>/g)].flatMap(
      ([entrada, nombre = '']) => {
        if (entrada.includes('type="checkbox"') && !entrada.includes(' checked')) return [];
        return [[nombre, /value="([^"]*)"/.exec(entrada)?.[1] ?? ''] as const];
      },
    );
    const plan = planDe(FORMULARIO_210, 2025);
    const [antes, despues] = [valores, Object.fromEntries(enviados)].map((v) => revisarFormulario(plan, v));
    expect(despues?.fijos).toEqual(antes?.fijos);
    expect(despues?.evaluacion.valor('27')).toBe(1n);
  });
});
