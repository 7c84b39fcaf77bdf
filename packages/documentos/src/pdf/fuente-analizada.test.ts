import { describe, expect, it } from 'vitest';
import { documento, textoDe } from '../../pruebas/formulario.ts';
import { casillasDePrueba } from '../../pruebas/muestras.ts';

describe('las fuentes, que se leen una vez para todos los documentos', () => {
  it('una letra que otro documento usó solo como pieza de otra (la N de Ñ) se puede leer y copiar', async () => {
    await documento({ casillas: casillasDePrueba({ '35': 'ÀÈÌÒÙÝÑÇŴŶŹŠĜĤ àèìòùýñçŵŷźšĝĥ' }) });
    const letras = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz';
    const { ruta } = await documento({ casillas: casillasDePrueba({ '35': letras }) });
    expect(textoDe(ruta)).toContain(letras);
  });
});
