package match

// traditional and simplified are Chinese characters of the phone's texts, and of what people write about them, in pairs:
// what is written in Taiwan and Hong Kong is compared as it is written on the mainland. 您 and 帐 are folded as well,
// since newer systems write 你 and 账. Japanese characters that are among them fold alike on both sides.
const (
	traditional = "並來個備傳儲內刪動務協卻問啟單嗎圖執夠將專尋層帳幾庫後從復態應擇據敗數於時暫曆書條業樂標檔檢沒滿為無熱狀當療發盤確碼節簡約級細絡統網線總" +
		"繼續聞聯聲與號裝視訂計訊記設許詢試詳誤說請證議護讓買費資質購蹤軟較載轉這連週進過選遺還郵醫釋鈴錄錢錯鍵鎖鑰長閉開間關雲電項須題額顯飛餘驗驟體點機們" +
		"樣麼腦畫亂對話見現經讀寫變換舊頭實際屬學師會聽響訴詐騙釣魚鏈結擊廣訪權監測擴補賬戶您帐價優緊嚴處壞損張種類歷舉億萬遠邊臨難異遲係幫謝歡臺灣圓幣術覺該" +
		"認識譯嘗稱產導佔雖銷鐘終絕給組織維編縮簽紅綠藍貼賣贈車輸輕適達違運遊隨隻離雙靜順預領頁頻顧風騰黃齡凍帶攝傷囉氣災歲險財競"
	simplified = "并来个备传储内删动务协却问启单吗图执够将专寻层账几库后从复态应择据败数于时暂历书条业乐标档检没满为无热状当疗发盘确码节简约级细络统网线总" +
		"继续闻联声与号装视订计讯记设许询试详误说请证议护让买费资质购踪软较载转这连周进过选遗还邮医释铃录钱错键锁钥长闭开间关云电项须题额显飞余验骤体点机们" +
		"样么脑画乱对话见现经读写变换旧头实际属学师会听响诉诈骗钓鱼链结击广访权监测扩补账户你账价优紧严处坏损张种类历举亿万远边临难异迟系帮谢欢台湾圆币术觉该" +
		"认识译尝称产导占虽销钟终绝给组织维编缩签红绿蓝贴卖赠车输轻适达违运游随只离双静顺预领页频顾风腾黄龄冻带摄伤啰气灾岁险财竞"
)

// toSimplified maps each character of traditional to its pair.
var toSimplified = func() map[rune]rune {
	to := map[rune]rune{}
	pair := []rune(simplified)
	for i, r := range []rune(traditional) {
		to[r] = pair[i]
	}
	return to
}()
