import { FORMULARIO_210 } from '@autogestion/normas/formularios/210';
import { evaluar, leerEntrada, planDe } from '@autogestion/normas/formularios/motor';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DatosDeFormulario } from '../vivo/lo-que-viaja.ts';
import { abrirMotor } from './motor.ts';

const DATOS: DatosDeFormulario = {
  formulario: '210',
  anio: 2025,
  valores: [['132', '1000000']],
  filas: [],
  resumen: [{ casilla: '129', rotulo: 'Impuesto del año' }],
  claves: {
    porPagar: '136',
    aFavor: '137',
    sancion: '135',
    baseTardia: { impuesto: '129', ingresos: ['32', '58'], saldoAFavor: '137' },
  },
};
const MONTO = fc.integer({ min: 0, max: 300_000 }).map((n) => n * 1_000);

it('lo que se teclea en cualquier orden da lo mismo que el formulario entero', () => {
  const campos = fc.constantFrom(
    'casilla-32',
    'casilla-33',
    'casilla-58',
    'casilla-38',
    'hecho-dependientes',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(campos, MONTO), { maxLength: 12 }), (teclas) => {
      const motor = abrirMotor(DATOS, (clave) => clave === '34');
      const casillas: Record<string, number> = { 132: 1_000_000 };
      const hechos: Record<string, number> = {};
      for (const [campo, monto] of teclas) {
        const clave = campo.slice(campo.indexOf('-') + 1);
        const valor = campo.startsWith('hecho-') ? monto % 5 : monto;
        motor?.escribir(
          campo,
          campo.startsWith('hecho-') ? String(valor) : `$ ${valor.toLocaleString('es-CO')}`,
        );
        (campo.startsWith('hecho-') ? hechos : casillas)[clave] = valor;
      }
      const { entrada } = leerEntrada(FORMULARIO_210, { casillas, hechos });
      const e = evaluar(planDe(FORMULARIO_210, 2025), entrada);
      const queda = motor?.queda();
      expect(queda?.saldo).toEqual({ porPagar: e.valor('136'), aFavor: e.valor('137') });
      expect(Object.keys(queda?.calculadas ?? {})).toEqual(['34']);
    }),
    { numRuns: 40 },
  );
});

it('lo que no se puede leer deja la cifra que había; vaciar la quita; la tardía lleva su sanción (ET 641)', () => {
  const motor = abrirMotor(
    { ...DATOS, tarde: { meses: 2, emplazado: false, inspeccionado: false, liquidacion: { anioUvt: 2026 } } },
    () => true,
  );
  motor?.escribir('casilla-32', '120.000.000');
  const antes = motor?.queda().saldo;
  motor?.escribir('casilla-32', '120.000.000,xx');
  expect(motor?.queda().saldo).toEqual(antes);
  const sinSancion = abrirMotor(DATOS, () => true);
  sinSancion?.escribir('casilla-32', '120.000.000');
  const impuesto = sinSancion?.queda().filas.find((f) => f.rotulo === 'Impuesto del año')?.pesos ?? 0n;
  const sancion = (antes?.porPagar ?? 0n) - (sinSancion?.queda().saldo.porPagar ?? 0n);
  expect(Number(sancion)).toBeCloseTo(Number(impuesto) / 10, -3);
  motor?.escribir('casilla-32', '');
  expect(motor?.queda().saldo.porPagar).toBe(0n);
});

it('un formulario que el navegador no tiene no se calcula en él', () => {
  expect(abrirMotor({ ...DATOS, formulario: '260' }, () => true)).toBeUndefined();
});
