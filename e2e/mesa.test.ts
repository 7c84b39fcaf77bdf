import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { escena } from './apoyo/escena.ts';
import { inscribir } from './apoyo/inscripcion.ts';
import { entrarALaMesa } from './apoyo/mesa.ts';

const e = escena(2);
let siguiente = 0;

/** A withdrawal of IVA as if it had been signed and filed so many days ago. @returns its radicado */
async function radicarDirecto(nit: string, hace: number): Promise<string> {
  const radicado = `2020RU${String(++siguiente).padStart(9, '0')}`;
  await e.oficina.sql(
    `with t as (select titular_id, id_publico from rut.versiones where nit = $1 and vigente),
     s as (insert into tramites.solicitud select gen_random_uuid(), 's' || lpad($4, 25, '0'), 'tramites-rut.retiro-iva', titular_id,
       '{"anio": 2026, "anterior": {}, "enCurso": {}}', $2, now() from t returning id),
     c as (insert into tramites.caso select gen_random_uuid(), $2, 'tramites-rut.retiro-iva', t.titular_id, t.id_publico, s.id,
       null, sha256($2::bytea), false, now() - make_interval(days => $3), current_date - $3 from t, s returning *),
     v as (insert into tramites.evento select c.id, 1, 'radicada', '{"rol": "mesa-rut"}', 'prueba', null, c.radicado_en, c.radicado_dia from c)
     insert into tramites.pendiente select c.id, c.radicado, c.tipo, c.titular_id, 'mesa-rut', 'oficina', 'en-verificacion', null,
       c.radicado_dia, c.radicado_dia + 43 from c`,
    [nit, radicado, hace, String(siguiente)],
  );
  return radicado;
}

const boton = (pagina: Page, name: string) => pagina.getByRole('button', { name, exact: true });

describe.each([
  ['con JavaScript', true],
  ['sin JavaScript', false],
])('la mesa, %s', (_modo, javaScriptEnabled) => {
  it(
    'la cola, la búsqueda, un caso que se toma, se devuelve y se traslada, y las cifras de quien supervisa',
    { timeout: 240_000 },
    async () => {
      const p = e.persona();
      await inscribir(await e.visita({ javaScriptEnabled }), e.url, p);
      const nuevo = await radicarDirecto(p.numero, 2);
      const viejo = await radicarDirecto(p.numero, 60);
      const { pagina } = await e.visita({ javaScriptEnabled });
      const modo = javaScriptEnabled ? 'js' : 'sin';
      await entrarALaMesa(e, pagina, `cola-${modo}`);
      await pagina.goto('/mesa');
      await pagina.getByRole('link', { name: /^Correo diario/ }).click();
      await pagina.getByLabel('No', { exact: true }).check();
      await boton(pagina, 'Guardar').click();
      await pagina.getByText('Quedó guardado.').waitFor();
      expect(await pagina.getByLabel('No', { exact: true }).isChecked()).toBe(true);
      await pagina.getByRole('link', { name: 'Cola', exact: true }).click();
      await pagina.getByRole('heading', { name: 'Mesa del RUT', exact: true }).waitFor();
      // Nothing is theirs yet, and what waits is shown all the same.
      const fila = pagina.getByRole('row').filter({ hasText: nuevo });
      await fila.waitFor();
      await pagina
        .getByRole('row')
        .filter({ hasText: viejo })
        .getByText(/^Hace \d+ días$/)
        .waitFor();
      // On a phone a card of a few lines; at a desk a row of one, and fourteen of them without moving.
      expect((await fila.boundingBox())?.height).toBeLessThan(160);
      await pagina.setViewportSize({ width: 1280, height: 900 });
      expect((await fila.boundingBox())?.height).toBeLessThanOrEqual(41);
      const cabeza = await pagina.getByRole('row').filter({ hasText: viejo }).boundingBox();
      expect((cabeza?.y ?? 900) + 14 * 41).toBeLessThanOrEqual(900);
      expect(cabeza?.width).toBeGreaterThan(1_200);
      await pagina.setViewportSize({ width: 360, height: 740 });

      await pagina.getByRole('searchbox').fill(' ');
      await boton(pagina, 'Buscar').click();
      await pagina.getByText('Escriba un radicado, un NIT o un nombre.').waitFor();
      await pagina.getByRole('searchbox').fill(p.numero);
      await boton(pagina, 'Buscar').click();
      await pagina.getByRole('heading', { name: 'Lo que se encontró' }).waitFor();
      await pagina.getByRole('link', { name: viejo }).waitFor();
      await pagina.getByRole('link', { name: 'Cola', exact: true }).click();
      await pagina.getByLabel(`Marcar ${nuevo}`).waitFor();
      if (javaScriptEnabled) {
        await pagina.waitForLoadState();
        // The letters of the desk go along the rows, and to the box; in the box a letter is a letter.
        await pagina.keyboard.press('j');
        await pagina.keyboard.press('j');
        expect(await pagina.locator(':focus').innerText()).toBe(nuevo);
        await pagina.keyboard.press('k');
        expect(await pagina.locator(':focus').innerText()).toBe(viejo);
        await pagina.keyboard.press('/');
        await pagina.keyboard.type('jk');
        expect(await pagina.getByRole('searchbox').inputValue()).toBe('jk');
      }
      await pagina.getByLabel(`Marcar ${nuevo}`).check();
      await boton(pagina, 'Tomar los marcados').click();
      await pagina.getByText('Tomó 1 trámite.').waitFor();
      await pagina.getByRole('link', { name: nuevo }).waitFor();

      // The oldest deadline first, whichever was filed first.
      await boton(pagina, 'Tomar el siguiente').click();
      await pagina.getByRole('heading', { name: new RegExp(viejo) }).waitFor();
      // What decides is on the first screen; the rest, one touch away.
      const decide = await pagina.getByRole('heading', { name: 'Lo que decide', exact: true }).boundingBox();
      expect(decide?.y).toBeLessThan(740);
      await pagina
        .getByRole('navigation', { name: 'En esta página' })
        .getByRole('link', { name: 'RUT' })
        .click();
      expect(new URL(pagina.url()).hash).toBe('#rut-al-lado');
      await pagina
        .screenshot({ path: process.env.CAPTURA_CASO ?? '/dev/null', fullPage: true })
        .catch(() => undefined);
      expect(await pagina.getByText(/^La oficina responde a más tardar/).count()).toBe(1);
      await pagina.getByLabel('Escribirle a la persona').fill('Buenos días: revisamos su solicitud.');
      await boton(pagina, 'Enviar').click();
      await pagina.getByText('La oficina escribió').waitFor();
      await pagina.getByLabel('Nota interna').fill('Ya llamó dos veces; el contador pregunta por lo mismo.');
      await boton(pagina, 'Guardar la nota').click();
      await pagina.getByText('el contador pregunta por lo mismo').waitFor();
      await pagina.getByText('Devolver a la cola').first().click();
      await boton(pagina, 'Devolver a la cola').click();
      await pagina.getByText('Diga por qué lo devuelve.').first().waitFor();
      await pagina.getByLabel('Por qué', { exact: true }).fill('Hoy no alcanzo.');
      await boton(pagina, 'Devolver a la cola').click();
      await boton(pagina, 'Tomar este trámite').click();
      await pagina.getByText('Lo tiene usted.').waitFor();
      await pagina.getByText('Trasladar por competencia').click();
      await pagina.getByLabel('A qué cola').selectOption('pqsrd');
      await pagina.getByLabel('Por qué es de allá').fill('Es una queja.');
      await boton(pagina, 'Trasladar').click();
      await pagina.getByRole('heading', { name: 'Mesa del RUT', exact: true }).waitFor();
      // It is no longer in a queue of this official's.
      expect((await pagina.goto(`/mesa/tramites/${viejo}`))?.status()).toBe(404);

      const quien = await e.visita({ javaScriptEnabled });
      await entrarALaMesa(e, quien.pagina, `jefa-${modo}`);
      await e.oficina.sql(`update cuentas.funcionario set roles = '{supervisor}' where usuario = $1`, [
        `jefa-${modo}`,
      ]);
      await quien.pagina.goto('/mesa');
      await quien.pagina.getByRole('link', { name: /^Supervisión/ }).click();
      await quien.pagina.getByRole('heading', { name: 'Supervisión' }).waitFor();
      await quien.pagina.getByRole('img', { name: /Trámites por funcionario/ }).waitFor();
    },
  );
});
