import { afterAll, beforeAll, expect, it } from 'vitest';
import { idDe } from '../../../pruebas/cuentas.ts';
import { registrar } from '../../../pruebas/facturas-registradas.ts';
import { inscribirPersona, persona } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { uuidv7 } from '../../plataforma/index.ts';
import { versionVigente } from '../../rut/index.ts';
import { prellenadoDe } from './index.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

it('la declaración sugiere lo que compró con factura electrónica y cuenta para el 1 % (ET 336 num. 5), de su año', async () => {
  const p = persona();
  const id = await idDe(o, (await inscribirPersona(o, p)).titular);
  const de = { adquirente_numero: p.fila.numero };
  await registrar(o, { ...de, fecha: '2025-05-02' });
  await registrar(o, { ...de, fecha: '2025-06-02', medios_de_pago: ['10'] });
  await registrar(o, { ...de, fecha: '2024-05-02' });
  const sugerida = (anio: number) =>
    o.oficina.enTransaccion(
      { tipo: 'persona', persona: id, sesion: uuidv7(o.reloj.ahora()) },
      async (trx) => {
        const registro = (await versionVigente(trx, id))?.registro;
        if (!registro) throw new Error('There is no RUT');
        const { sugerencias } = await prellenadoDe(trx, { formulario: '210', anio, registro });
        return sugerencias.find((s) => s.tema === 'factura-electronica');
      },
    );
  expect(await sugerida(2025)).toMatchObject({
    renglon: { compras: 100_000 },
    de: { tipo: 'facturas' },
    frase: expect.stringContaining('con una factura electrónica a su nombre que dice que pagó') as string,
  });
  expect(await sugerida(2023)).toBeUndefined();
});
