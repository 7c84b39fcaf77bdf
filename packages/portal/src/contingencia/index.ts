export { intentosPorDia, type IntentosDeUnDia } from './intentos.ts';
export { salaContingencia } from './sala.ts';
export { traerIntentos } from './traer-intentos.ts';
